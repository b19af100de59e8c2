/// @file Every command declares itself below the program; one file each.
#pragma once

#include "cli/args.h"

namespace kaynak {

void add_extract(Args& program);
void add_inspect(Args& program);
void add_init(Args& program);
void add_demo(Args& program);
void add_run(Args& program);
void add_fetch(Args& program);
void add_import(Args& program);
void add_publish(Args& program);
void add_serve(Args& program);
void add_translate(Args& program);
void add_trace(Args& program);
void add_article(Args& program);
void add_source(Args& program);
void add_search(Args& program);
void add_comment(Args& program);
void add_reprocess(Args& program);
void add_log(Args& program);
void add_export(Args& program);
void add_doctor(Args& program);

}  // namespace kaynak
