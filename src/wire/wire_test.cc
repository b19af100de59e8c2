#include "wire/wire.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "model/json.h"
#include "model/sample_for_tests.h"

namespace kaynak {
namespace {

WireDocument read(std::string_view bytes, std::string_view content_type = {}) {
  auto document = read_wire(bytes, content_type);
  if (!document) throw std::runtime_error(document.error().message());
  return std::move(*document);
}

WireItem read_one(std::string_view bytes) {
  auto document = read(bytes);
  EXPECT_EQ(document.items.size(), 1u);
  return std::move(document.items.at(0));
}

std::vector<std::string> texts(const Article& a) {
  std::vector<std::string> out;
  for (const Block& b : a.blocks) out.push_back(b.text);
  return out;
}

using Texts = std::vector<std::string>;

std::string nitf(const std::string& content, const std::string& head = "") {
  return "<?xml version='1.0'?><nitf><head>" + head + "</head><body><body.content>" + content +
         "</body.content></body></nitf>";
}

std::vector<Block> blocks_of(const std::string& content) {
  return read_one(nitf(content)).article.blocks;
}

// ---- which format it is

TEST(Wire, TellsFormatsByTheirFirstBytes) {
  EXPECT_EQ(sniff_wire("<?xml version='1.0'?><!-- a > b --><nitf>"), WireFormat::nitf);
  EXPECT_EQ(sniff_wire("<!DOCTYPE nitf SYSTEM 'nitf.dtd' [<!ENTITY x 'y'>]><nitf/>"),
            WireFormat::nitf);
  EXPECT_EQ(sniff_wire("\xef\xbb\xbf <g2:newsMessage xmlns:g2='x'>"), WireFormat::newsml_g2);
  EXPECT_EQ(sniff_wire("<NewsML Version='1.2'>"), WireFormat::newsml_1);
  EXPECT_EQ(sniff_wire("\x16\x16\x01W1\x1f\nr a\x13\x11 BC-X\n\x02text"), WireFormat::anpa);
  EXPECT_EQ(sniff_wire("\x01sbx001 3 i 9 sbx\n\nX/\n\x02text"), WireFormat::iptc7901);
  EXPECT_EQ(sniff_wire(R"({"uri":"urn:x","versioncreated":"2026-11-25"})"), WireFormat::ninjs);
}

TEST(Wire, LeavesPagesFeedsAndOtherDataToOthers) {
  for (const char* other :
       {"", "<!doctype html><html><body><nitf>", "<rss version='2.0'><channel/></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'/>", "<urlset/>", "just text", "{}",
        R"({"version":"https://jsonfeed.org/version/1.1","items":[{"uri":1,"bodies":2}]})",
        R"({"uri":"urn:x","name":"no news"})", "\x01 no text follows"}) {
    EXPECT_FALSE(sniff_wire(other)) << other;
    EXPECT_EQ(read_wire(other).error().code, ErrorCode::unsupported) << other;
  }
}

// ---- NITF

TEST(Nitf, ReadsWhatADeskNeedsToKnow) {
  const auto item = read_one(R"(<?xml version="1.0"?>
<nitf baselang="tr-TR" version="-//IPTC//DTD NITF 3.6//EN"><head>
 <meta name="anpa-category" content="i"/>
 <docdata management-status="usable"><doc-id id-string="aj.example.77"/><urgency ed-urg="3"/>
  <date.issue norm="20261125T143000+0300"/><ed-msg info="Fotoğraflar ayrıca geçilecektir."/>
  <key-list><keyword key="Köprü"/></key-list>
  <doc.rights limitations="Arşivde kullanılamaz."/></docdata></head>
 <body><body.head><hedline><hl1>Ilgaz Köprüsü   açıldı</hl1><hl2>Trafik pazartesi başlıyor</hl2></hedline>
  <byline>Elif <person>Karaca</person>, <byttl>Anka Ajansı</byttl></byline>
  <dateline><location><city>KASTAMONU</city></location></dateline>
  <abstract><p>Köprü iki yılda bitti.</p></abstract></body.head>
 <body.content><p>Köprü bugün açıldı. Vali Dr. Ece Tan konuştu.</p></body.content></body></nitf>)");
  const Article& a = item.article;
  EXPECT_EQ(a.headline, "Ilgaz Köprüsü açıldı");
  EXPECT_EQ(a.subheadline, "Trafik pazartesi başlıyor");
  EXPECT_EQ(a.byline, "Elif Karaca");
  EXPECT_EQ(a.text_credit, "Anka Ajansı");
  EXPECT_EQ(a.dateline.place, "KASTAMONU");
  EXPECT_EQ(a.language.value, "tr-TR");
  EXPECT_EQ(to_rfc3339(*a.published), "2026-11-25T14:30:00+03:00");
  EXPECT_FALSE(a.modified);
  EXPECT_EQ(a.keywords, Texts{"Köprü"});
  EXPECT_EQ(a.blocks[0].sentences.size(), 2u);
  EXPECT_EQ(item.guid, "aj.example.77");
  EXPECT_EQ(item.urgency, 3);
  EXPECT_EQ(item.ednote, "Fotoğraflar ayrıca geçilecektir.");
  EXPECT_EQ(item.usage_terms, "Arşivde kullanılamaz.");
  EXPECT_EQ(item.summary, "Köprü iki yılda bitti.");
}

TEST(Nitf, GivesTypedBlocks) {
  const auto blocks = blocks_of(
      "<p lede='true'>Der Fluss.</p><hl2>Am Ufer</hl2><p>Ein <em>sehr</em> <a "
      "href='https://ort.example/x'>"
      "langer</a> Satz.</p><bq>Nie wieder.</bq><ol><li>eins<ul><li>zwei</li></ul></li></ol>"
      "<table><tr><th>Ort</th><th>Pegel</th></tr><tr><td>Wehr</td><td>3,1 m</td></tr></table>");
  ASSERT_EQ(blocks.size(), 7u);
  EXPECT_TRUE(blocks[0].lead || blocks[0].kind == BlockKind::paragraph);
  EXPECT_EQ(blocks[1].kind, BlockKind::heading);
  EXPECT_EQ(blocks[1].level, 2);
  ASSERT_EQ(blocks[2].spans.size(), 2u);
  EXPECT_EQ(blocks[2].spans[0].kind, SpanKind::emphasis);
  EXPECT_EQ(blocks[2].spans[1].value, "https://ort.example/x");
  EXPECT_EQ(blocks[2].text.substr(blocks[2].spans[1].range.begin, 6), "langer");
  EXPECT_EQ(blocks[3].kind, BlockKind::quote);
  EXPECT_TRUE(blocks[4].ordered && blocks[4].level == 1);
  EXPECT_TRUE(!blocks[5].ordered && blocks[5].level == 2);
  EXPECT_EQ(blocks[6].text, "Ort\tPegel\nWehr\t3,1 m");
  EXPECT_EQ(blocks[6].sentences.size(), 4u);
}

TEST(Nitf, MediaBecomeFigures) {
  const auto blocks = blocks_of(
      "<media media-type='image'><media-reference source='https://bild.example/1.jpg' "
      "alternate-text='Brücke'/><media-caption>Die Brücke am Morgen.</media-caption>"
      "<media-producer>Mia Berg</media-producer></media>");
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(blocks[0].figure->url, "https://bild.example/1.jpg");
  EXPECT_EQ(blocks[0].figure->alt, "Brücke");
  EXPECT_EQ(blocks[0].text, "Die Brücke am Morgen.");
  EXPECT_EQ(blocks[0].figure->credit, "Mia Berg");
}

TEST(Nitf, LinesBrokenByHandArePlainText) {
  const auto blocks = blocks_of(
      "<p>(Ajoute des détails)\n    * Le pont reste fermé\n\n    LAC-BLEU, 25 nov (Dépêche) - Le "
      "maire a\nparlé mardi matin devant les habitants de la\ncommune.\n    Il reviendra.</p>"
      "<p>Une phrase\n   mise en page\n   par un outil.</p>");
  std::vector<std::string> got;
  for (const Block& b : blocks) got.push_back(b.text);
  EXPECT_EQ(got, (Texts{"(Ajoute des détails)", "* Le pont reste fermé",
                        "LAC-BLEU, 25 nov (Dépêche) - Le maire a parlé mardi matin devant les "
                        "habitants de la commune.",
                        "Il reviendra.", "Une phrase mise en page par un outil."}));
}

TEST(Nitf, StatusAndEmbargo) {
  const auto item = [](const std::string& status) {
    return read_one(nitf("<p>x</p>", "<docdata management-status='" + status +
                                         "'><date.release norm='20261126T060000Z'/></docdata>"));
  };
  EXPECT_EQ(item("canceled").article.status, PubStatus::canceled);
  EXPECT_EQ(item("withheld").status, WireStatus::withheld);
  EXPECT_EQ(item("withheld").article.status, PubStatus::canceled);
  EXPECT_EQ(item("embargoed").article.status, PubStatus::usable);
  EXPECT_EQ(to_rfc3339(*item("embargoed").embargoed), "2026-11-26T06:00:00Z");
  EXPECT_FALSE(item("usable").embargoed);
}

TEST(Nitf, ReadsByteEncodingsAndReferencesOfADtdThatIsNotRead) {
  const auto latin = read_one(
      "<?xml version='1.0' encoding='iso-8859-1'?><nitf><body><body.content><p>\xc5ngfartyget "
      "&ndash; p\xe5 v\xe4g</p></body.content></body></nitf>");
  EXPECT_EQ(latin.article.blocks[0].text, "Ångfartyget – på väg");
  const auto twice =
      read_one(nitf("<p>o&amp;#39;clock &amp;quot;now&amp;quot; &unknown; AT&amp;T</p>"));
  EXPECT_EQ(twice.article.blocks[0].text, "o'clock \"now\" &unknown; AT&T");
}

TEST(Nitf, EntitiesOfADtdAreNotExpandedAndNothingOutsideIsRead) {
  const auto item = read_one(
      "<!DOCTYPE nitf [<!ENTITY a 'bombbombbomb'><!ENTITY f SYSTEM 'file:///etc/hostname'>"
      "<!ENTITY b '&a;&a;&a;&a;'>]><nitf><body><body.content><p>x &b; "
      "&f;</p></body.content></body></nitf>");
  EXPECT_EQ(item.article.blocks[0].text, "x &b; &f;");
}

TEST(Wire, SaysWhereXmlBreaksAndHowDeepIsTooDeep) {
  const auto broken = read_wire("<nitf><body><p>x</body></nitf>");
  EXPECT_EQ(broken.error().code, ErrorCode::malformed);
  EXPECT_NE(broken.error().detail.find("at byte"), std::string::npos);
  std::string deep = "<nitf>";
  for (int i = 0; i < 100000; ++i) deep += "<p>";
  for (int i = 0; i < 100000; ++i) deep += "</p>";
  EXPECT_EQ(read_wire(deep + "</nitf>").error().code, ErrorCode::too_large);
}

// ---- NewsML

std::string news_item(const std::string& meta, const std::string& content,
                      const std::string& guid = "urn:newsml:songbao.example:20261125:7") {
  return "<newsItem guid='" + guid +
         "' version='4' standardversion='2.34' xml:lang='sv'><itemMeta>"
         "<itemClass qcode='ninat:text'/><provider "
         "qcode='nprov:SB'><name>Skärgårdsbyrån</name></provider>"
         "<versionCreated>2026-11-25T10:00:00+01:00</"
         "versionCreated><firstCreated>2026-11-25T08:00:00+01:00"
         "</firstCreated><pubStatus qcode='stat:usable'/></itemMeta><contentMeta>" +
         meta + "</contentMeta><contentSet>" + content + "</contentSet></newsItem>";
}

TEST(NewsmlG2, ReadsMetadataAndXhtml) {
  const auto item =
      read_one(news_item("<urgency>2</urgency><headline>Färjan går igen</headline><headline "
                         "role='hld:subHeadline'>Isen har "
                         "släppt</headline><slugline>färja</slugline><by>Åsa "
                         "Lind</by><dateline>NORRVIK (SB) - </dateline>"
                         "<subject qcode='medtop:1'><name xml:lang='en'>Transport</name><name "
                         "xml:lang='sv'>Trafik</name></subject>"
                         "<creditline>SB</creditline>",
                         "<inlineXML contenttype='application/xhtml+xml'><html "
                         "xmlns='http://www.w3.org/1999/xhtml'><body>"
                         "<header><h1>Färjan går igen</h1></header><h1>Färjan går "
                         "igen</h1><p>Färjan går från måndag.</p>"
                         "</body></html></inlineXML>"));
  const Article& a = item.article;
  EXPECT_EQ(item.guid, "urn:newsml:songbao.example:20261125:7");
  EXPECT_EQ(item.version, 4);
  EXPECT_EQ(item.provider, "Skärgårdsbyrån");
  EXPECT_EQ(a.headline, "Färjan går igen");
  EXPECT_EQ(a.subheadline, "Isen har släppt");
  EXPECT_EQ(a.byline, "Åsa Lind");
  EXPECT_EQ(a.dateline.place, "NORRVIK");
  EXPECT_EQ(a.dateline.agency, "SB");
  EXPECT_EQ(a.keywords, Texts{"Trafik"});
  EXPECT_EQ(a.text_credit, "SB");
  EXPECT_EQ(texts(a), Texts{"Färjan går från måndag."});
  EXPECT_EQ(to_rfc3339(*a.published), "2026-11-25T08:00:00+01:00");
  EXPECT_EQ(to_rfc3339(*a.modified), "2026-11-25T10:00:00+01:00");
}

TEST(NewsmlG2, AMessageGivesAllItsItemsAndLendsPicturesToItsText) {
  const std::string picture =
      "<newsItem guid='urn:pic:1'><itemMeta><itemClass "
      "qcode='ninat:picture'/></itemMeta><contentMeta>"
      "<description role='drol:caption'>Färjan vid kajen.</description><creditline>Ida "
      "Ek</creditline>"
      "</contentMeta><contentSet><remoteContent contenttype='image/jpeg' width='200' "
      "href='https://bild.example/s.jpg'/><remoteContent contenttype='image/jpeg' width='2000' "
      "href='https://bild.example/l.jpg'/></contentSet></newsItem>";
  const auto document = read(
      "<newsMessage><header/><itemSet><packageItem guid='urn:pack:1'><itemMeta/></packageItem>" +
      news_item("<headline>Färjan</headline>",
                "<inlineData contenttype='text/plain'>Färjan går.</inlineData>") +
      picture + "</itemSet></newsMessage>");
  ASSERT_EQ(document.items.size(), 3u);
  EXPECT_EQ(document.version, "2.34");
  const auto& blocks = document.items[0].article.blocks;
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[1].figure->url, "https://bild.example/l.jpg");
  EXPECT_EQ(blocks[1].figure->credit, "Ida Ek");
  EXPECT_FALSE(has_text(document.items[1]));
  EXPECT_EQ(document.items[2].type, "composite") << "a package comes last";
}

TEST(NewsmlG2, NitfInsideAddsWhatTheMetadataDoNotSay) {
  const auto item =
      read_one(news_item("<headline>Utanpå</headline>",
                         "<inlineXML "
                         "contenttype='application/"
                         "nitf+xml'><nitf><body><body.head><hedline><hl1>Inuti</hl1></hedline>"
                         "<byline>Av Bo "
                         "Ek</byline></body.head><body.content><p>Texten.</p></body.content></"
                         "body></nitf></inlineXML>"));
  EXPECT_EQ(item.article.headline, "Utanpå");
  EXPECT_EQ(item.article.byline, "Av Bo Ek");
  EXPECT_EQ(texts(item.article), Texts{"Texten."});
}

TEST(NewsmlG2, HopHistoryAndCanceledItems) {
  const auto item = read_one(
      "<newsItem guid='g'><hopHistory><hop seq='1'><party "
      "qcode='x:a'><name>Havsbild</name></party></hop>"
      "<hop seq='2'><party qcode='x:skb'/></hop></hopHistory><itemMeta><pubStatus "
      "qcode='stat:canceled'/>"
      "</itemMeta></newsItem>");
  EXPECT_EQ(item.hop_history, (Texts{"Havsbild", "skb"}));
  ASSERT_EQ(item.article.declared.size(), 2u);
  EXPECT_EQ(item.article.declared[0].name, "Havsbild");
  EXPECT_EQ(item.article.declared[0].proof, "hopHistory Havsbild");
  EXPECT_EQ(item.article.status, PubStatus::canceled);
}

TEST(Newsml1, ReadsNestedComponentsAndGivesEachLanguageAnItem) {
  const auto component = [](const std::string& language, const std::string& headline,
                            const std::string& text) {
    return "<NewsComponent><NewsLines><HeadLine>" + headline +
           "</HeadLine><DateLine>LAC-BLEU, 25 nov "
           "2026 (Dépêche) -</DateLine></NewsLines><DescriptiveMetadata><Language FormalName='" +
           language +
           "'/></DescriptiveMetadata><ContentItem><DataContent><nitf><body><body.content><p>" +
           text + "</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent>";
  };
  const auto document = read(
      "<NewsML Version='1.2'><NewsItem><Identification><NewsIdentifier><RevisionId>2</RevisionId>"
      "<PublicIdentifier>urn:newsml:depeche.example:20261125:TX1:2U</PublicIdentifier></"
      "NewsIdentifier>"
      "</Identification><NewsManagement><ThisRevisionCreated>20261125T090000+0100</"
      "ThisRevisionCreated>"
      "<Status FormalName='Usable'/><Urgency FormalName='4'/></NewsManagement><NewsComponent>" +
      component("fr", "Le pont rouvre", "Le pont rouvre mardi.") +
      component("en", "Bridge reopens", "The bridge reopens on Tuesday.") +
      "<NewsComponent><Role FormalName='Photo'/><NewsLines><HeadLine>Le "
      "pont.</HeadLine></NewsLines>"
      "<ContentItem "
      "Href='https://image.example/p.jpg'/></NewsComponent></NewsComponent></NewsItem></NewsML>");
  ASSERT_EQ(document.items.size(), 2u);
  const WireItem& fr = document.items[0];
  EXPECT_EQ(fr.guid, "urn:newsml:depeche.example:20261125:TX1");
  EXPECT_EQ(fr.version, 2);
  EXPECT_EQ(fr.urgency, 4);
  EXPECT_EQ(fr.article.dateline, (Dateline{"LAC-BLEU", "Dépêche", "25 nov 2026"}));
  EXPECT_EQ(fr.article.blocks.back().figure->url, "https://image.example/p.jpg");
  EXPECT_EQ(document.items[1].article.headline, "Bridge reopens");
  EXPECT_EQ(document.items[1].guid, fr.guid + "#en");
}

// ---- ninjs

TEST(Ninjs, ReadsTheFirstGeneration) {
  const auto item = read_one(R"({"uri":"https://songbao.example/n/1","type":"text","versioncreated":
    "2026-11-25T08:00:00+07:00","language":"vi","headline":"Cầu mới","byline":"Lê An","located":"Huế",
    "urgency":3,"ednote":"Ảnh gửi sau.","subject":[{"name":"cầu"}],
    "body_text":"bỏ qua","body_xhtml":"<p>Cầu &amp; sông.</p><script>x()</script><p>Hai.</p>",
    "associations":{"anh":{"uri":"urn:a","type":"picture","description_text":"Cầu.","byline":"An Lê",
    "renditions":{"s":{"href":"https://songbao.example/s.jpg","width":90},
    "l":{"href":"https://songbao.example/l.jpg","width":900}}}}})");
  const Article& a = item.article;
  EXPECT_EQ(a.url, "https://songbao.example/n/1");
  EXPECT_EQ(a.headline, "Cầu mới");
  EXPECT_EQ(a.dateline.place, "Huế");
  EXPECT_EQ(item.ednote, "Ảnh gửi sau.");
  ASSERT_EQ(texts(a), (Texts{"Cầu & sông.", "Hai.", "Cầu."}));
  EXPECT_EQ(a.blocks[2].figure->url, "https://songbao.example/l.jpg");
  EXPECT_EQ(a.blocks[2].figure->credit, "An Lê");
}

TEST(Ninjs, ReadsTheLaterGenerationsAndLists) {
  const auto document = read(R"({"data":{"items":[{"item":{"uri":"urn:x:1","pubStatus":"withheld",
    "headlines":[{"role":"main","value":"Başlık"},{"role":"sub","value":"Alt"}],"by":"Ece Tan",
    "infoSources":[{"name":"Anka"}],"bodies":[{"role":"main","contentType":"text/plain",
    "value":"Bir.\n\nİki."}]}},{"item":{"uri":"urn:x:2","versionCreated":"2026-11-25"}}]}})");
  ASSERT_EQ(document.items.size(), 2u);
  EXPECT_EQ(document.items[0].article.subheadline, "Alt");
  EXPECT_EQ(texts(document.items[0].article), (Texts{"Bir.", "İki."}));
  EXPECT_EQ(document.items[0].article.text_credit, "Anka");
  EXPECT_EQ(document.items[0].article.status, PubStatus::canceled);
  EXPECT_FALSE(wire_json(document)["valid"].as_bool(true)) << "a list is no ninjs document";
}

/// The sample of the model, with ranges that cut no letter.
Article sound_sample() {
  Article article = full_sample();
  article.blocks[0].spans[1].range = {5, 9};
  article.dates[0].evidence.range = {0, 5};
  return article;
}

TEST(Ninjs, OurOwnReadsBackWhole) {
  const Article article = sound_sample();
  const auto document = read(to_ninjs(article).dump());
  ASSERT_EQ(document.items.size(), 1u);
  EXPECT_EQ(document.items[0].article, article);
  EXPECT_EQ(document.version, "3.1");
  EXPECT_TRUE(wire_json(document)["valid"].as_bool());
}

TEST(Ninjs, ARecordThatDoesNotHoldIsReadAsAnyOther) {
  const auto read_with = [](const std::function<void(Article*)>& spoil) {
    Article article = sound_sample();
    spoil(&article);
    return read(to_ninjs(article).dump());
  };
  for (const auto& spoil : std::vector<std::function<void(Article*)>>{
           [](Article* a) { a->blocks[0].sentences[0].range.end = 9999; },
           [](Article* a) {
             a->blocks[0].spans[0].range = {2, 3};
           },  // inside of a letter
           [](Article* a) { a->blocks[0].spans[0].value = "javascript:alert(1)"; },
           [](Article* a) { a->blocks[1].figure->url = "file:///etc/passwd"; },
           [](Article* a) { a->blocks[2].text = "an ad slot with text"; },
           [](Article* a) { a->hops[0].evidence.block = 99; }}) {
    const auto document = read_with(spoil);
    EXPECT_EQ(document.problems.size(), 1u);
    EXPECT_TRUE(document.items[0].article.hops.empty());
    EXPECT_EQ(document.items[0].article.headline, "Cây cầu \"mới\" <b>");
  }
}

// ---- byte formats

constexpr std::string_view kGerman =
    "\x01sbd0012 4 pl 120  sbd 0045\r\n\n\x42r}cken/Verkehr/\r\n\x02"
    "1. ZUSAMMENFASSUNG\r\nBr}cke }ber die Ilse wieder ge|ffnet\r\nVon Jule Gro~, sbd =\r\n\r\n"
    "   Ilsenau (sbd) - Die neue Br}cke }ber die Ilse ist am Mittwoch f}r\r\nden Verkehr ge|ffnet "
    "worden. "
    "Das sagte die B}rgermeisterin den\r\nBewohnern der Stadt.\r\n\r\n   [rzte und Sch}ler freuen "
    "sich.\r\n\r\n"
    "# Notizblock\r\n- Ansprechpartner: Redaktion\r\n\r\nsbd jg xx\r\n\x03"
    "251137 GMT Nov 26\r\n\x7f\x04";

TEST(Iptc7901, ReadsHeaderHeadlinesTextAndTime) {
  const auto item = read_one(kGerman);
  const Article& a = item.article;
  EXPECT_EQ(item.service, "sbd");
  EXPECT_EQ(item.sequence, "0012");
  EXPECT_EQ(item.urgency, 4);
  EXPECT_EQ(item.category, "pl");
  EXPECT_EQ(item.word_count, 120);
  EXPECT_EQ(item.take_key, "1. ZUSAMMENFASSUNG");
  EXPECT_EQ(to_rfc3339(*a.published), "2026-11-25T11:37:00Z");
  EXPECT_EQ(a.dateline.agency, "sbd");
  EXPECT_EQ(item.guid, "urn:iptc7901:sbd:sbd0012:2026-11-25");
}

TEST(Iptc7901, LettersOfSevenBitsBecomeThoseOfTheLanguage) {
  const Article a = read_one(kGerman).article;
  EXPECT_EQ(a.language.value, "de");
  EXPECT_EQ(texts(a),
            (Texts{"Ilsenau (sbd) - Die neue Brücke über die Ilse ist am Mittwoch für den "
                   "Verkehr geöffnet worden. Das sagte die Bürgermeisterin den Bewohnern der "
                   "Stadt.",
                   "Ärzte und Schüler freuen sich."}));
  EXPECT_EQ(a.headline, "Brücke über die Ilse wieder geöffnet");
  EXPECT_EQ(a.byline, "Von Jule Groß, sbd");
}

TEST(Iptc7901, WhatIsForEditorsNeverReachesReaders) {
  const auto item = read_one(kGerman);
  EXPECT_EQ(body_text(item.article).find("Ansprechpartner"), std::string::npos);
  EXPECT_NE(item.ednote.find("- Ansprechpartner: Redaktion"), std::string::npos);
}

TEST(Iptc7901, BytesOfEightBitsAreDecoded) {
  const std::string text =
      "Den nya f\xe4rjan till \xf6"
      "arna g\xe5r fr\xe5n m\xe5ndag, s\xe4ger hamnchefen p\xe5 \xc5land.";
  const auto read_as = [&](const char* type) {
    return read("\x01skb001 3 i 9 skb\r\n\r\nF\xe4rja/\r\n\x02Rubrik =\r\n\r\n" + text + "\r\n\x03",
                type)
        .items.at(0);
  };
  for (const char* type : {"", "text/plain; charset=iso-8859-1"}) {
    EXPECT_EQ(read_as(type).slugline, "Färja");
    EXPECT_EQ(body_text(read_as(type).article),
              "Den nya färjan till öarna går från måndag, säger hamnchefen på Åland.");
  }
}

TEST(Iptc7901, AFileOfSeveralMessagesGivesSeveralItems) {
  const auto document = read(std::string(kGerman) + std::string(kGerman) +
                             "\x01"
                             "cut off");
  EXPECT_EQ(document.items.size(), 2u);
  EXPECT_EQ(read_wire("\x01sbd0012 4 pl\x02").value().items.size(), 1u);
}

constexpr std::string_view kAnpa =
    "\x16\x16\x01W2870\x1fharbour\r\nu i\x13\x11 BC-NV--Ferry-Ice 1stLd   11-25 0466\r\n"
    "\x02^BC-NV--Ferry-Ice, 1st Ld,466<\r\n^Ferry to the islands runs again <\r\n"
    "^(Eds: UPDATES with quote.)<\r\n^By RUNA HOLM=\r\n^Harbour Wire=\r\n"
    "\t   NORRVIK (HW) _ The ferry runs again. ``At last,'' said Ida Ek.\r\n \r\n\t   ___<\r\n"
    "\t   ;W;L<\r\n\x08North^P;1;2{\x10<\r\n\x08South;3;4;5<\r\n^AFTER THE ICE=\r\n\t   More "
    "follows.\r\n"
    "\x03HW-WF-11-25-26 1509GMT<\r\n\x0c\r\n\x04";

TEST(Anpa, ReadsHeaderHeadingsAndText) {
  const auto item = read_one(kAnpa);
  const Article& a = item.article;
  EXPECT_EQ(item.sequence, "2870");
  EXPECT_EQ(item.urgency, 3);
  EXPECT_EQ(item.category, "i");
  EXPECT_EQ(item.slugline, "NV--Ferry-Ice");
  EXPECT_EQ(item.take_key, "1stLd");
  EXPECT_EQ(item.word_count, 466);
  EXPECT_EQ(item.ednote, "(UPDATES with quote.)");
  EXPECT_EQ(a.headline, "Ferry to the islands runs again");
  EXPECT_EQ(a.byline, "By RUNA HOLM");
  EXPECT_EQ(a.text_credit, "Harbour Wire");
  EXPECT_EQ(a.dateline, (Dateline{"NORRVIK", "HW", ""}));
  EXPECT_EQ(to_rfc3339(*a.published), "2026-11-25T15:09:00Z");
}

TEST(Anpa, SevenBitQuotesDashesAndTables) {
  const auto blocks = read_one(kAnpa).article.blocks;
  ASSERT_GE(blocks.size(), 4u);
  EXPECT_EQ(blocks[0].text, "NORRVIK (HW) — The ferry runs again. “At last,” said Ida Ek.");
  const auto table = std::find_if(blocks.begin(), blocks.end(),
                                  [](const Block& b) { return b.kind == BlockKind::table; });
  ASSERT_NE(table, blocks.end());
  EXPECT_NE(table->text.find("South\t3\t4\t5"), std::string::npos) << table->text;
  EXPECT_NE(table->text.find("2½"), std::string::npos) << table->text;
}

// ---- what all have in common

TEST(Wire, ItemsAreKnownByTheirPageOrTheirIdentifier) {
  WireItem item;
  item.guid = "urn:newsml:Havsbild.example:20261125:7";
  item.provider = "Havsbild AB";
  EXPECT_EQ(wire_identity(item), item.guid);
  EXPECT_EQ(wire_sender(item), "havsbild.example");
  item.article.url = "https://www.havsbild.example/7?utm_source=wire";
  EXPECT_EQ(wire_identity(item), "havsbild.example/7");
  for (const auto& [guid, sender] : std::vector<std::pair<std::string, std::string>>{
           {"tag:havsbild.example,2026:x", "havsbild.example"},
           {"urn:newsml:../../etc:x", "havsbild-ab"},
           {"20261125-7", "havsbild-ab"}}) {
    item.guid = guid;
    EXPECT_EQ(wire_sender(item), sender) << guid;
  }
}

TEST(Wire, ALanguageThatTheTextContradictsIsNotBelieved) {
  std::string text;
  for (int i = 0; i < 6; ++i)
    text += "<p>The ferry to the islands runs again from Monday, the harbour master said.</p>";
  const auto document =
      read("<nitf xml:lang='it'><body><body.content>" + text + "</body.content></body></nitf>");
  EXPECT_EQ(document.items[0].language, "it");
  EXPECT_EQ(document.items[0].article.language.value, "en");
  EXPECT_EQ(document.problems.size(), 1u);
}

TEST(Wire, InspectPrintsItemsAndProblems) {
  const Json j = wire_json(read(kAnpa));
  EXPECT_EQ(j["format"].as_string(), "anpa1312");
  const Json& item = j["items"].items().at(0);
  EXPECT_EQ(item["headline"].as_string(), "Ferry to the islands runs again");
  EXPECT_EQ(item["versioncreated"].as_string(), "2026-11-25T15:09:00Z");
  EXPECT_EQ(item["dateline"]["place"].as_string(), "NORRVIK");
  EXPECT_FALSE(j.contains("valid"));
}

}  // namespace
}  // namespace kaynak
