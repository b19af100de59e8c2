/// @file An article with every field filled, for tests of what must not lose any of them.
#pragma once

#include "model/article.h"

namespace kaynak {

inline Article full_sample() {
  Article a;
  a.record_id = "sample";
  a.id = article_id_for("songbao.example/cau");
  a.url = "https://songbao.example/cau?utm_source=x";
  a.canonical_url = "https://songbao.example/cau";
  a.source = SourceId("vn/song-bao");
  a.outlet = "Song Báo";
  a.language = LanguageTag("vi");
  a.headline = "Cây cầu \"mới\" <b>";
  a.subheadline = "Phụ đề";
  a.kicker = "Thế giới";
  Block lead;
  lead.text = "Một câu. Hai câu.";
  lead.lead = true;
  lead.spans = {{SpanKind::link, {0, 4}, "https://songbao.example/x"},
                {SpanKind::emphasis, {5, 8}, ""}};
  lead.sentences = {{{0, 11}, {100, 111}}, {{12, 21}, {112, 121}}};
  lead.source = {100, 121};
  Block figure;
  figure.kind = BlockKind::figure;
  figure.text = "Cầu lúc bình minh.";
  figure.figure = Figure{
      "https://songbao.example/a.jpg", "Cầu lúc bình minh.", "KCNA", "cầu", {"An Le"}, {"KCNA"}};
  Block ad;
  ad.kind = BlockKind::ad_slot;
  ad.label = "[reklam_2]";
  Block item;
  item.kind = BlockKind::list_item;
  item.level = 2;
  item.ordered = true;
  item.text = "mục";
  a.blocks = {lead, figure, ad, item};
  a.published = parse_iso8601("2026-11-20T23:30:00+07:00");
  a.modified = parse_iso8601("2026-11-21");
  a.first_published = *parse_iso8601("2025-02-03T04:05:06+07:00");
  a.captured = parse_iso8601("2026-11-22T01:02:03Z")->utc;
  a.byline = "Ngọc Anh (theo KCNA, Reuters)";
  a.authors = {"Ngọc Anh"};
  a.dateline = {"HÀ NỘI", "VNA", "15/8"};
  a.text_agencies = {"KCNA", "Reuters"};
  a.text_credit = "theo KCNA, Reuters";
  a.cited_sources = {"KCNA"};
  a.cited_evidence = {{0, {0, 4}}};
  a.quotes = {{"Một",
               "Lê An",
               "ông An",
               "nói",
               "KCNA",
               {0, {0, 4}},
               {0, {5, 9}},
               {Evidence::byline, {11, 15}},
               -1,
               0.75},
              {"hai", "", "", "", "", {0, {0, 1}}, {}, {}, 0}};
  a.statements = {{"Lê An", "ông An", "theo", "KCNA", {0, {0, 4}}, {0, {5, 9}}, 0.5}};
  a.declared = {{"publisher",
                 "Báo",
                 "https://bao.example/",
                 {Evidence::metadata, {}},
                 "isBasedOn https://bao.example/",
                 LanguageTag("vi"),
                 "2026-08-15",
                 0.9}};
  a.hops = {{"agency", "KCNA", "", {Evidence::byline, {11, 15}}},
            {"publisher", "Song Báo", "https://songbao.example/", {}}};
  a.dates = {{"tháng Sáu này", "2026-06", {0, {2, 6}}}};
  a.section = "Thế giới";
  a.keywords = {"cầu", "sông"};
  a.paywalled = a.live = true;
  a.correction = "Đã sửa.";
  a.status = PubStatus::canceled;
  return a;
}

}  // namespace kaynak
