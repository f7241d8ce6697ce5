package vn.songhanh.contacts.company;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.shared.NameSearch;
import vn.songhanh.shared.RecordSearch;

/** Finds companies by a part of their name, their tax code or the beginning of their domain. */
@Component
@Order(2)
class CompanySearch extends RecordSearch<CompanyView> {

    CompanySearch(CompanyStore store) {
        super(ContactKinds.COMPANY, store);
    }

    static NameSearch of(String text) {
        NameSearch byName = NameSearch.of(text, COMPANY.NAME, COMPANY.FOLDED);
        return TaxCode.parse(text)
                .map(code -> byName.newest(COMPANY.TAX_CODE.eq(code.value())))
                .or(() -> Company.domain(text).map(domain -> byName.orElse(COMPANY.DOMAIN.eq(domain))))
                .orElse(byName);
    }

    @Override
    protected Hit hit(CompanyView found) {
        Company company = found.company();
        return new Hit(
                kind(),
                company.id().value(),
                company.name(),
                company.taxCode() == null ? company.domain() : company.taxCode());
    }
}
