/// @file WebSub (https://www.w3.org/TR/websub/): hubs asked to send what is new, and believed only
/// where they prove that they know the secret.
#pragma once

#include <string>

#include "base/result.h"
#include "base/time.h"
#include "gather/transport.h"
#include "pipeline/newsroom.h"

namespace kaynak {

/// The part of a callback's address that stands for a poll: nobody can guess it.
std::string websub_id(const std::string& newsroom_secret, const std::string& poll_key);
/// What a hub signs with. Derived, so it is stored nowhere.
std::string websub_secret(const std::string& newsroom_secret, const std::string& poll_key);

/// The request that asks `hub` for a lease of ten days.
Request websub_subscribe(const std::string& hub, const std::string& topic,
                         const std::string& callback, const std::string& secret);

/// A hub asks whether we meant it. Keeps the lease (at most 30 days) where poll and topic are ones
/// we asked for. Errors: not_found, refused (we did not ask for that), those of the store.
Result<void> websub_confirm(const Newsroom& newsroom, Store& store, const std::string& id,
                            const std::string& mode, const std::string& topic, Seconds lease,
                            Time now);

/// A hub sends. The body goes to the inbox where `signature` ("sha256=…") is right. Errors:
/// not_found, refused (wrong signature), those of put_in_inbox.
Result<void> websub_deliver(const Newsroom& newsroom, Store& store, const std::string& id,
                            const std::string& signature, const std::string& content_type,
                            std::string body, Time now);

/// An outlet sends an article: a page (with its address) or a wire item. Errors: not_found (no such
/// source), refused (no token, or a wrong one), unsupported (neither page nor wire item; a page
/// without an address on the outlet's hosts), those of put_in_inbox.
Result<void> receive_push(const Newsroom& newsroom, const std::string& source,
                          const std::string& authorization, const std::string& content_type,
                          const std::string& location, std::string body, Time now);

}  // namespace kaynak
