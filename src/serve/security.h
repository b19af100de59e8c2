/// @file Headers that every response carries.
#pragma once

#include "serve/http.h"

namespace kaynak::serve_detail {

/// No script at all, styles and forms of our own, pictures from the outlets (https), no frames.
void add_security_headers(Response* response);

}  // namespace kaynak::serve_detail
