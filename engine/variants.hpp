// Uncertainty: the study calculated again with every population and with the alternative class breaks
// (docs/method/uncertainty.md).
#pragma once

#include "engine/base/progress.hpp"
#include "engine/overlay/variant_result.hpp"
#include "engine/prepare.hpp"
#include "engine/study/study.hpp"

#include <deque>
#include <string>
#include <vector>

namespace papar {

class Variants {
public:
    // Every population with the main and with the alternative breaks, but for what the study itself is; none where the
    // study names no alternative. Opens and checks the alternative populations as `prepare` does. `main` is the
    // study's own and must outlive this.
    Variants(const Study& study, const Prepared& main, Decoder decoder);

    // Of the alternative populations, with the role "population:<id>".
    [[nodiscard]] const std::vector<UsedFile>& files() const { return files_; }

    // Of opening the alternative populations.
    [[nodiscard]] Findings findings() const;

    // One pass a variant, with the findings of opening, reading and overlay. Throws as `overlay` does: the balance of
    // every variant closes.
    [[nodiscard]] std::vector<VariantResult> calculate(const ProgressCallback& progress) const;

private:
    struct Variant {
        std::string id;
        Study study;
        const Prepared* prepared;
    };

    void add(const std::string& population, const Study& study, const Prepared& prepared);

    std::deque<Prepared> alternatives_;
    std::vector<Variant> variants_;
    std::vector<UsedFile> files_;
};

// Adds what no finding says yet about the same subject.
void add_new_findings(const Findings& more, Findings& findings);
void add_new_findings(const std::vector<VariantResult>& variants, Findings& findings);

}  // namespace papar
