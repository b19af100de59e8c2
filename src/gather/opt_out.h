/// @file What a publisher reserves against use by machines: X-Robots-Tag and robots meta, TDMRep.
///
/// TDMRep: https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/ (text and data
/// mining reservation protocol, under article 4 of EU directive 2019/790).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/capture.h"
#include "model/machine_use.h"

namespace kaynak {

/// What the headers of an answer say to `agent` (a product token such as "Kaynak"): X-Robots-Tag
/// for all agents or this one, tdm-reservation, tdm-policy. TDMRep asks that a header counts before
/// the well-known file.
MachineUse machine_use_from(const Headers& headers, std::string_view agent);

/// One rule of a /.well-known/tdmrep.json.
struct TdmRule {
  std::string
      location;  ///< path pattern; "*" stands for any characters, "$" at the end for the end
  bool reserved = false;
  std::string policy;  ///< URL
};

/// Reads /.well-known/tdmrep.json; at most 10,000 rules. Errors: malformed.
Result<std::vector<TdmRule>> parse_tdmrep(std::string_view json);
/// The first rule whose location matches the URL's path, as the protocol says; null where none
/// does.
const TdmRule* tdm_rule_for(const std::vector<TdmRule>& rules, std::string_view url);
/// Fills what the answer itself did not say.
void apply(const TdmRule& rule, MachineUse* use);

}  // namespace kaynak
