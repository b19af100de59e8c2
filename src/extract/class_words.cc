#include "extract/class_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "extract/utility_class.h"
#include "extract/word_table.h"

namespace kaynak::extract_detail {
namespace {

using Group = WordGroup<Meaning>;
static_assert(static_cast<unsigned>(Meaning::count_) <= 64);

// Words as they stand in class names of news sites and blogs: English first, then German, French,
// Spanish, Portuguese, Italian, Dutch, Nordic, Polish, Turkish and others.
constexpr Group groups[] = {
    {Meaning::comment,
     "comment comments commentary commentlist commenting commenter discussion disqus livefyre "
     "respond reply replies "
     "responses feedback forum guestbook spotim openweb viafoura kommentar kommentare kommentarer "
     "leserkommentar "
     "commentaire commentaires comentario comentarios commenti commento reactie reacties reactions "
     "komentarz "
     "komentarze yorum yorumlar komentari binhluan userpost ugc talkback talkbacks letters "
     "readercomments usercomments yourcomments rueckmeldung opiniones valoraciones ykienbandoc"},
    {Meaning::share,
     "share shares shared sharing sharebar sharebutton sharebuttons sharedaddy sharethis addthis "
     "addtoany social "
     "socials socialmedia socialbar socialshare facebook twitter whatsapp telegram pinterest "
     "linkedin flipboard "
     "teilen partage partager compartir compartilhar condividi delen dela del paylas paylasim "
     "udostepnij follow "
     "followus like likes sns shariff shareaholic heateor"},
    {Meaning::related,
     "related relatedposts relatedarticles relatedcontent relateds recommend recommended "
     "recommendation recommendations "
     "recirc recirculation readmore readalso alsoread seealso morefrom moreon morelike morestories "
     "morenews morearticles "
     "outbrain taboola plista zergnet revcontent mgid similar popular mostread mostpopular "
     "mostviewed trending "
     "trends latest recent recentposts youmaylike youmightlike suggested suggestions further "
     "furtherreading upnext "
     "readnext nextarticle nextpost prevpost prevnext verwandt verwandte weiterlesen mehr "
     "lesenswert meistgelesen "
     "lire lireaussi alire similaires relacionadas relacionados relacionada relacionado leia "
     "leiamais leggi correlati "
     "correlate meerover gerelateerd relaterte relaterat lasmer powiazane czytaj ilgili "
     "ilgilihaber benzer lienquan "
     "tinlienquan crosslink crosslinks interlink inlinelink linkbox linklist promolink more nextup "
     "inarticlerelated "
     "internallinking jprelatedposts yarpp crp bestof topstories topnews headlines onward"},
    {Meaning::newsletter,
     "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp "
     "mailinglist emailsignup abo "
     "abonnement abonnieren abonnez suscripcion suscribete inscription assinatura iscriviti "
     "nyhetsbrev nieuwsbrief bulten "
     "abone mailmunch convertkit"},
    {Meaning::ad,
     "ad ads adv advert adverts advertise advertisement advertisements advertising advertorial "
     "adslot adsense adbox "
     "adunit adcontainer adwrapper adwrap adzone adplace adholder adblock adsbygoogle adtag gpt "
     "dfp googletag banner "
     "banners sponsor sponsored sponsors promo promos promoted promotion promotional werbung "
     "anzeige anzeigen publicidad "
     "publicidade publicite pub pubblicita reklam reklama reklame reklamer annonce annons annonser "
     "affiliate commercial cta ctas calltoaction "
     "mpu leaderboard billboard skyscraper rectangle dianomi teads nativo partner partners buybox "
     "shop shopping product "
     "deal deals"},
    {Meaning::nav,
     "nav navi navbar navigation navigate menu menus submenu topmenu mainmenu topnav breadcrumb "
     "breadcrumbs crumb crumbs "
     "brotkrumen migas sitemap skip skiplink skipto toolbar tabs tabbar topbar megamenu offcanvas "
     "hamburger rubriques "
     "jump toc tableofcontents backtotop anchor"},
    {Meaning::footer,
     "footer foot footers colophon copyright copyrights legal disclaimer impressum imprint bottom "
     "bottombar endmark "
     "pagefooter sitefooter fuss fusszeile pie rodape"},
    {Meaning::sidebar,
     "sidebar sidebars side aside rail rightrail leftrail rightcol leftcol rightcolumn leftcolumn "
     "secondary tertiary "
     "complementary seitenleiste lateral marginalia margin sticky"},
    {Meaning::author,
     "author authors authorbox authorbio authorinfo autorenbox aboutme authorname byline bylines "
     "bio biography about "
     "aboutauthor writer "
     "contributor contributors profile vcard reporter journalist autor autores autoren auteur "
     "auteurs autore auteurinfo "
     "verfasser redakteur forfatter skribent yazar tacgia hcard avatar gravatar signature "
     "firma"},
    {Meaning::tags,
     "tag tags taglist tagcloud taglinks posttags topics topic keyword keywords categories "
     "category cat catlinks "
     "hashtag hashtags schlagworte schlagwort themen etiquetas etiketler tagi motscles label "
     "labels postcategory "
     "tagged subjects"},
    {Meaning::consent,
     "cookie cookies consent gdpr cmp privacy onetrust didomi cookiebanner cookiebar cookienotice "
     "cookielaw quantcast "
     "usercentrics cookiebot rgpd datenschutz ccpa"},
    {Meaning::paywall,
     "paywall paywalled piano premium metered meter regwall subscriber subscribers barrier gate "
     "plus membership "
     "offer offers donate donation donations support fundraising contribution unlock tp"},
    {Meaning::caption,
     "caption captions figcaption imagecaption wpcaption captiontext bildunterschrift bildtext "
     "legende pie piedefoto "
     "legenda didascalia bildtekst podpis cutline imgcaption photocaption imagetext mediacaption "
     "altyazi altyazisi fotoaltyazi resimaltyazi thich chuthich chuthichanh piefoto "
     "peufoto peudefoto podpisfoto"},
    {Meaning::credit,
     "credit credits photocredit imagecredit copyrightholder source sources quelle bildquelle "
     "attribution photographer "
     "fotograf rights agency provider credito creditos crediti"},
    {Meaning::meta,
     "meta metadata postmeta entrymeta articlemeta date dates datetime dateline time "
     "timestamp "
     "published pubdate "
     "publishdate publication updated modified datum fecha data postdate postinfo info infos "
     "infobar details stats "
     "views viewcount readtime readingtime reading duration counter posted postedon postedin "
     "created hitcount byliner "
     "lastupdated zeit uhrzeit"},
    {Meaning::popup,
     "popup popups modal modals overlay overlays lightbox dialog tooltip tooltips toast "
     "interstitial dropdown flyout "
     "drawer notification notifications alert alerts push notice message messages"},
    {Meaning::teaser,
     "teaser teasers teaserlist card cards tile tiles thumb thumbs thumbnail thumbnails item items "
     "excerpt preview "
     "snippet carousel slider slick swiper slide grid feed stream listing archive river module "
     "blocklist "
     "postlist newslist relatedlist"},
    {Meaning::pagination,
     "pagination pager paging pages pagenav page-numbers pagenumbers prev previous next older "
     "newer postnav "
     "postnavigation navlinks"},
    {Meaning::media,
     "media image images img photo photos picture pictures gallery galleries figure video videos "
     "player audio podcast "
     "bild bilder foto fotos fotogalerie galerie galeria imagen imagem immagine slideshow "
     "diaporama jwplayer brightcove "
     "videoplayer playlist wpimage"},
    {Meaning::widget,
     "widget widgets portlet plugin addon component extra extras box boxes infobox teaserbox"},
    {Meaning::tool,
     "tool tools print printer printfriendly email mail mailto fontsize textsize textresizer "
     "resizer font bookmark bookmarks "
     "save listen readaloud "
     "speech search searchbox searchform suche recherche buscar buscador action actions button "
     "buttons btn buttonbar "
     "rating ratings rate vote votes voting poll polls quiz survey form forms input translate "
     "language languages lang "
     "switcher dictionary glossary weather wetter stock stocks ticker score scores calendar "
     "contact"},
    {Meaning::hidden,
     "hidden hide invisible visuallyhidden visually sronly screenreader screenreadertext srtext "
     "displaynone dnone "
     "noprint noscript ishidden offscreen a11y accessibility u-hidden unsichtbar collapsed"},
    {Meaning::embed,
     "embed embeds embedded tweet twittertweet instagrammedia instagram tiktok youtube oembed "
     "iframe fbpost "
     "fbvideo soundcloud spotify datawrapper infogram embedcontainer htmlembed"},
    {Meaning::factbox,
     "factbox facts factsheet infokasten faktabox faktaruta kasten keypoints keyfacts highlights "
     "takeaways glance "
     "summarybox encadre despiece ficha box-facts bulletpoints"},
    {Meaning::correction,
     "correction corrections clarification errata editorsnote editornote correctie berichtigung"},
    {Meaning::list, "list lists liste lista ul links linkliste index"},
    {Meaning::article,
     "article articles artikel artikkel artiklen articolo articulo artigo artykul makale haber "
     "story storyline news "
     "noticia nota newsitem hentry hnews tin baiviet reportage beitrag"},
    {Meaning::body,
     "body content contents contentbody articlebody articlecontent articletext storybody "
     "storycontent storytext "
     "entrycontent postcontent postbody bodytext bodycopy bodycontent text texte texto testo tekst "
     "maincontent textbody "
     "richtext wysiwyg prose paragraph paragraphs copy fulltext detail detailcontent contentdetail "
     "newscontent newsbody "
     "inhalt artikeltext artikelinhalt corps contenu cuerpo contenido corpo conteudo contenuto "
     "innhold brodtext brodtekst "
     "tresc icerik detay noidung chitiet rte ckeditor articledetail singlecontent pagecontent "
     "fieldnamebody texteditor"},
    {Meaning::post, "post entry single blogpost blog postarticle singlepost"},
    {Meaning::lead,
     "lead leadtext leadparagraph lede standfirst intro introtext introduction subtitle subtitles "
     "subhead subheadline "
     "subheading subheader dek deck summary description excerptlead sapo chapo chapeau entradilla "
     "bajada copete bajante "
     "sumario resumen resumo subtitulo vorspann untertitel anriss ingress inledning manchet "
     "lead-in occhiello sommario "
     "catenaccio zajawka spot ozet preamble abstract synopsis strapline tagline anleser onderkop"},
    {Meaning::headline,
     "headline title titles heading headings headingtitle articletitle posttitle entrytitle "
     "storytitle pagetitle "
     "titel titre titulo titular titolo tytul baslik uberschrift ueberschrift schlagzeile rubrik "
     "tieude"},
    {Meaning::kicker,
     "kicker eyebrow overline overtitle toptitle dachzeile roofline antetitulo volanta surtitre "
     "spitzmarke section "
     "rubric rubrica"},
    {Meaning::main,
     "main primary center centre column columns col inner wrapper container maincol maincolumn "
     "hauptteil"},
    {Meaning::quote, "quote quotes pullquote blockquote zitat citation cita citat testimonial"},
    {Meaning::header,
     "header head masthead hero top kopf cabecera cabecalho entete banner-top pageheader "
     "siteheader logo brand"},
    {Meaning::login,
     "login signin register registration account user usermenu anmelden connexion mypage"},
    {Meaning::live, "live liveblog livefeed ticker liveticker livetext minutebyminute timeline"},
};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

/// Of one class or id.
static Meanings meanings_of_one(std::string_view value) {
  static const WordTable<Meaning> table(groups);
  constexpr std::size_t longest = 24;
  std::array<char, 2 * longest> buffer;  // the word before and the word now, side by side
  std::size_t before = 0;                // length of the word before
  Fnv1a hash_before;
  Meanings found = 0;
  std::size_t i = 0;
  while (i < value.size()) {
    std::size_t n = 0;
    Fnv1a hash, hash_both = hash_before;
    const std::size_t start = i;
    for (; i < value.size(); ++i) {
      const char c = value[i];
      if (is_lower(c) || is_upper(c)) {
        if (is_upper(c) && i > start && is_lower(value[i - 1])) break;  // camelCase hump
        if (n == longest) continue;
        const char l = static_cast<char>(c | 0x20);
        buffer[before + n++] = l;
        hash.add(l), hash_both.add(l);
      } else {
        break;  // digits part words too: "col2", "ad300x250"
      }
    }
    if (n > 0) {
      found |= table.find({buffer.data() + before, n}, hash);
      if (before > 0 && before + n <= longest)
        found |= table.find({buffer.data(), before + n}, hash_both);
      std::size_t k = 0;
      for (; k < n; ++k) buffer[k] = buffer[before + k];
      before = n;
      hash_before = hash;
    }
    if (i < value.size() && !is_lower(value[i]) && !is_upper(value[i])) ++i;
  }
  return found;
}

Meanings meanings_of(std::string_view value) {
  constexpr std::size_t longest = 512;
  value = value.substr(0, longest);
  Meanings found = 0;
  while (!value.empty()) {
    const std::string_view one = value.substr(0, value.find(' '));
    value.remove_prefix(std::min(one.size() + 1, value.size()));
    const Meanings meanings = meanings_of_one(one);
    if (meanings != 0 && !is_utility_class(one)) found |= meanings;
  }
  return found;
}

}  // namespace kaynak::extract_detail
