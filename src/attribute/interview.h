/// @file Whom an interview is with.
#pragma once

#include <optional>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

/// A hop of role "speaker": the person whom an article in questions and answers, called an
/// interview by its headline, standfirst or first words, names there. Nothing where one of these
/// is missing.
std::optional<Hop> find_interviewee(const Article& article, const AttributionData::Impl& data,
                                    const Language& language);

}  // namespace kaynak::attribute_detail
