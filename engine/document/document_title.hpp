// The title in a document's properties.
#pragma once

#include "engine/document/open_package.hpp"

#include <string>

namespace papar {

// Author and dates of a template stay; a document of papar's own has none, so that its bytes do not change with time.
void set_document_title(OpenPackage& package, const std::string& title);

}  // namespace papar
