#include "wire/ninjs_shapes.h"

namespace kaynak::wire_detail {
namespace {

// clang-format off
constexpr std::string_view kTypes10 = "=text|audio|video|picture|graphic|composite";
constexpr std::string_view kTypes12 = "=text|audio|video|picture|graphic|composite|component";
constexpr std::string_view kTypes30 = "=text|audio|video|picture|graphic|composite|component|event|planning";
constexpr std::string_view kStatus = "=usable|withheld|canceled";

constexpr Member kMembers[] = {
    // ---- 1.x: one language, one headline; formats as parts of names
    {"item", "uri", "string"},
    {"item", "type", kTypes10, 10, 11}, {"item", "type", kTypes12, 12, 22}, {"item", "type", kTypes30, 30},
    {"item", "mimetype", "string", 10, 16},
    {"item", "representationtype", "=complete|incomplete", 10, 16},
    {"item", "profile", "string"}, {"item", "version", "string"},
    {"item", "firstcreated", "string", 12, 22}, {"item", "versioncreated", "string", 10, 22},
    {"item", "contentcreated", "string", 14, 22}, {"item", "embargoed", "string", 10, 22},
    {"item", "expires", "string", 14, 16}, {"item", "expires", "string", 21},
    {"item", "pubstatus", kStatus, 10, 22}, {"item", "urgency", "number", 11, 22},
    {"item", "copyrightholder", "string", 10, 22}, {"item", "copyrightnotice", "string", 10, 22},
    {"item", "usageterms", "string", 11, 22}, {"item", "ednote", "string", 12, 22},
    {"item", "language", "string"},
    {"item", "description_", "string", 10, 16}, {"item", "body_", "string", 10, 16}, {"item", "headline_", "string", 13, 16},
    {"item", "person", "[{person}]", 10, 16}, {"item", "organisation", "[{organisation}]", 10, 16},
    {"item", "place", "[{place}]", 10, 16}, {"item", "subject", "[{subject}]", 10, 16},
    {"item", "event", "[{event}]", 10, 16}, {"item", "object", "[{object}]", 10, 16},
    {"item", "infosource", "[{infosource}]", 12, 16}, {"item", "genre", "[{genre}]", 13, 16},
    {"item", "title", "string", 12}, {"item", "byline", "string", 10, 16}, {"item", "headline", "string", 10, 16},
    {"item", "slugline", "string", 12}, {"item", "located", "string"},
    {"item", "charcount", "number", 12, 16}, {"item", "wordcount", "number", 12, 16},
    {"item", "renditions", "<{rendition}>", 10, 16}, {"item", "associations", "<{item}>", 10, 16},
    {"item", "altids", "object", 13, 16}, {"item", "trustindicator", "[{trust}]", 13, 16},
    {"item", "$standard", "{standard}", 13, 16},
    {"item", "rightsinfo", "{rights}", 14, 22}, {"item", "digitalsourcetype", "{named}", 16, 16},
    // ---- 2.x: arrays of headlines, bodies, renditions
    {"item", "representationtype", "=full|partial", 20, 22},
    {"item", "descriptions", "[{text}]", 20}, {"item", "bodies", "[{body}]", 20}, {"item", "headlines", "[{text}]", 20},
    {"item", "people", "[{person}]", 20}, {"item", "organisations", "[{organisation}]", 20},
    {"item", "places", "[{place}]", 20}, {"item", "subjects", "[{subject}]", 20},
    {"item", "events", "[{event}]", 20}, {"item", "objects", "[{object}]", 20},
    {"item", "infosources", "[{infosource}]", 20, 22}, {"item", "genres", "[{genre}]", 20},
    {"item", "by", "string", 20}, {"item", "renditions", "[{rendition}]", 20},
    {"item", "associations", "[{association}]", 20},
    {"item", "altids", "[{altid}]", 20, 22}, {"item", "trustindicators", "[{trust}]", 20, 22},
    {"item", "standard", "{standard}", 20}, {"item", "digitalsourcetype", "{named}", 22, 22},
    // ---- 3.x: names in camel case; events and coverage
    {"item", "representationType", "=full|partial", 30},
    {"item", "firstCreated", "string", 30}, {"item", "versionCreated", "string", 30},
    {"item", "contentCreated", "string", 30}, {"item", "embargoedUntil", "string", 30},
    {"item", "pubStatus", kStatus, 30}, {"item", "urgency", "1-9", 30},
    {"item", "copyrightHolder", "string", 30}, {"item", "copyrightNotice", "string", 30},
    {"item", "usageTerms", "string", 30}, {"item", "edNote", "string", 30},
    {"item", "infoSources", "[{infosource}]", 30}, {"item", "altIds", "[{altid}]", 30},
    {"item", "trustIndicators", "[{trust}]", 30}, {"item", "rightsInfo", "{rights}", 30},
    {"item", "digitalSourceType", "{named}", 31},
    {"item", "eventDetails", "{eventDetails}", 30}, {"item", "plannedCoverage", "[{coverage}]", 30},
    // ---- associations are items with a name
    {"association", "name", "string", 20}, {"association", "rel", "string", 30},
    // ---- texts
    {"text", "role", "string"}, {"text", "value", "string"},
    {"text", "contenttype", "string", 20, 22}, {"text", "contentType", "string", 30},
    {"body", "role", "string"}, {"body", "value", "string"},
    {"body", "contenttype", "string", 20, 22}, {"body", "contentType", "string", 30},
    {"body", "charcount", "number", 20, 22}, {"body", "charCount", "integer", 30},
    {"body", "wordcount", "number", 20, 22}, {"body", "wordCount", "integer", 30},
    // ---- what an item is about
    {"person", "name", "string"}, {"person", "rel", "string"},
    {"person", "scheme", "string", 10, 16}, {"person", "code", "string", 10, 16},
    {"person", "uri", "string", 20}, {"person", "literal", "string", 20},
    {"person", "contactinfo", "[{contact}]", 15, 16}, {"person", "contactinfo", "[{contact}]", 21, 22},
    {"person", "contactInfo", "[{contact}]", 30},
    {"organisation", "name", "string"}, {"organisation", "rel", "string"},
    {"organisation", "scheme", "string", 10, 16}, {"organisation", "code", "string", 10, 16},
    {"organisation", "uri", "string", 20}, {"organisation", "literal", "string", 20},
    {"organisation", "symbols", "[{symbol}]"},
    {"organisation", "contactinfo", "[{contact}]", 15, 16}, {"organisation", "contactinfo", "[{contact}]", 21, 22},
    {"organisation", "contactInfo", "[{contact}]", 30},
    {"symbol", "ticker", "string", 10, 22}, {"symbol", "exchange", "string"},
    {"symbol", "symboltype", "string", 15, 16}, {"symbol", "symboltype", "string", 21, 22}, {"symbol", "symbolType", "string", 30},
    {"symbol", "symbol", "string", 15, 16}, {"symbol", "symbol", "string", 21},
    {"place", "name", "string"}, {"place", "rel", "string"},
    {"place", "scheme", "string", 10, 16}, {"place", "code", "string", 10, 16},
    {"place", "uri", "string", 20}, {"place", "literal", "string", 20},
    {"place", "geometry_", "object", 11, 16}, {"place", "geojson", "geojson", 20, 22}, {"place", "geoJSON", "geojson", 30},
    {"place", "contactinfo", "[{contact}]", 15, 16}, {"place", "contactinfo", "[{contact}]", 21, 22},
    {"place", "contactInfo", "[{contact}]", 30},
    {"subject", "name", "string"}, {"subject", "rel", "string"},
    {"subject", "scheme", "string", 10, 16}, {"subject", "code", "string", 10, 16},
    {"subject", "uri", "string", 20}, {"subject", "literal", "string", 20},
    {"subject", "creator", "string", 15, 16}, {"subject", "creator", "string", 21},
    {"subject", "relevance", "0-100", 15, 16}, {"subject", "relevance", "0-100", 21},
    {"subject", "confidence", "0-100", 15, 16}, {"subject", "confidence", "0-100", 21},
    {"event", "id", "string", 30}, {"event", "name", "string"}, {"event", "rel", "string"},
    {"event", "scheme", "string", 10, 16}, {"event", "code", "string", 10, 16},
    {"event", "uri", "string", 20}, {"event", "literal", "string", 20},
    {"object", "name", "string"}, {"object", "rel", "string"},
    {"object", "scheme", "string", 10, 16}, {"object", "code", "string", 10, 16},
    {"object", "uri", "string", 20}, {"object", "literal", "string", 20},
    {"infosource", "name", "string"}, {"infosource", "rel", "string", 12, 16}, {"infosource", "role", "string", 20},
    {"infosource", "scheme", "string", 12, 16}, {"infosource", "code", "string", 12, 16},
    {"infosource", "uri", "string", 20}, {"infosource", "literal", "string", 20},
    {"infosource", "contactinfo", "[{contact}]", 15, 16}, {"infosource", "contactinfo", "[{contact}]", 21, 22},
    {"infosource", "contactInfo", "[{contact}]", 30},
    {"genre", "name", "string"}, {"genre", "scheme", "string", 13, 16}, {"genre", "code", "string", 13, 16},
    {"genre", "uri", "string", 20}, {"genre", "literal", "string", 20},
    {"named", "name", "string"}, {"named", "uri", "string"}, {"named", "literal", "string"},
    // ---- addresses
    {"contact", "type", "string"}, {"contact", "role", "string"}, {"contact", "lang", "string"},
    {"contact", "name", "string"}, {"contact", "value", "string"}, {"contact", "address", "{address}"},
    {"address", "lines", "[string]"}, {"address", "locality", "string"}, {"address", "area", "string"},
    {"address", "postalcode", "string", 10, 22}, {"address", "postalCode", "string", 30}, {"address", "country", "string"},
    // ---- renditions and rights
    {"rendition", "name", "string", 20}, {"rendition", "href", "string"},
    {"rendition", "mimetype", "string", 10, 16}, {"rendition", "contenttype", "string", 20, 22},
    {"rendition", "contentType", "string", 30}, {"rendition", "title", "string"},
    {"rendition", "height", "number", 10, 22}, {"rendition", "height", "integer", 30},
    {"rendition", "width", "number", 10, 22}, {"rendition", "width", "integer", 30},
    {"rendition", "sizeinbytes", "number", 10, 22}, {"rendition", "sizeInBytes", "integer", 30},
    {"rendition", "duration", "number", 12}, {"rendition", "format", "string", 12},
    {"rendition", "aspectRatio", "string", 30}, {"rendition", "videoCodec", "string", 30},
    {"rendition", "frameRate", "number", 30}, {"rendition", "poi", "{point}", 30},
    {"rendition", "transportProtocol", "string", 30}, {"rendition", "scanType", "=progressive|interlaced", 30},
    {"rendition", "bitrate", "string", 30},
    {"point", "x", "integer"}, {"point", "y", "integer"},
    {"altid", "role", "string"}, {"altid", "value", "string"},
    {"trust", "scheme", "string", 13, 16}, {"trust", "code", "string", 13, 16}, {"trust", "role", "string", 20},
    {"trust", "title", "string"}, {"trust", "href", "string"},
    {"standard", "name", "string"}, {"standard", "version", "string"}, {"standard", "schema", "string"},
    {"rights", "langid", "string", 14, 22}, {"rights", "linkedrights", "string", 14, 22},
    {"rights", "encodedrights", "string", 14, 22},
    {"rights", "langId", "string", 30}, {"rights", "linkedRights", "string", 30}, {"rights", "encodedRights", "string", 30},
    // ---- events and coverage of 3.x
    {"eventDetails", "eventStatus", "string"}, {"eventDetails", "plannedCoverageStatus", "string"},
    {"eventDetails", "dates", "{dates}"}, {"eventDetails", "organiser", "{organisation}"},
    {"dates", "startDate", "string"}, {"dates", "endDate", "string"},
    {"dates", "expectedStartDate", "date"}, {"dates", "expectedEndDate", "date"},
    {"dates", "expectedDuration", "string"}, {"dates", "recurrence", "{recurrence}"},
    {"recurrence", "recurrenceDates", "[date]"}, {"recurrence", "recurrenceRules", "[{rule}]"},
    {"rule", "frequency", "=secondly|minutely|hourly|daily|weekly|monthly|yearly"}, {"rule", "interval", "integer"},
    {"rule", "until", "string"}, {"rule", "count", "integer"},
    {"coverage", "uri", "string"}, {"coverage", "title", "string"}, {"coverage", "pubStatus", kStatus},
    {"coverage", "type", kTypes30}, {"coverage", "commissioned", "{commission}"}, {"coverage", "dates", "{dates}"},
    {"coverage", "audiences", "[{audience}]"}, {"coverage", "exclAudience", "[string]"}, {"coverage", "edNote", "string"},
    {"coverage", "urgency", "1-9"}, {"coverage", "language", "string"}, {"coverage", "itemCount", "{count}"},
    {"coverage", "wordCount", "integer"}, {"coverage", "renditions", "[{rendition}]"},
    {"commission", "by", "string"}, {"commission", "on", "string"}, {"commission", "references", "[{reference}]"},
    {"reference", "name", "string"}, {"reference", "value", "string"},
    {"audience", "audience", "string"}, {"audience", "significance", "integer"},
    {"count", "rangeFrom", "integer"}, {"count", "rangeTo", "integer"},
};

constexpr Requirement kRequirements[] = {
    {"item", Need::all, "uri"},
    {"association", Need::all, "name|uri", 21},
    {"text", Need::all, "value"}, {"body", Need::all, "value"}, {"rendition", Need::all, "name", 20},
    {"contact", Need::one, "value|address"},
    {"rights", Need::one, "linkedrights|encodedrights", 14, 22}, {"rights", Need::one, "linkedRights|encodedRights", 30},
    {"dates", Need::a_or_b, "startDate|expectedStartDate|endDate|expectedEndDate"},
};
// clang-format on

}  // namespace

std::span<const Member> ninjs_members() { return kMembers; }
std::span<const Requirement> ninjs_requirements() { return kRequirements; }

bool is_open_shape(std::string_view shape, int version) {
  return shape == "rights" && version < 30;
}

}  // namespace kaynak::wire_detail
