/// @file What a page itself reserves against use by machines: meta robots and TDMRep's meta.
#pragma once

#include "html/document.h"
#include "model/machine_use.h"

namespace kaynak {

/// From `meta` named "robots" or "kaynak", "tdm-reservation" and "tdm-policy".
MachineUse page_opt_out(const Document& page);

}  // namespace kaynak
