package vn.songhanh.contacts;

import static vn.songhanh.jooq.contacts.Tables.COMPANY;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.NameSearch;
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.SearchSource;
import vn.songhanh.shared.Viewer;

/** Finds companies by a part of their name, their tax code or the beginning of their domain. */
@Component
@Order(2)
class CompanySearch implements SearchSource, NameSource {

    private final CompanyStore store;

    CompanySearch(CompanyStore store) {
        this.store = store;
    }

    static NameSearch of(String text) {
        NameSearch byName = NameSearch.of(text, COMPANY.NAME, COMPANY.FOLDED);
        return TaxCode.parse(text)
                .map(code -> byName.newest(COMPANY.TAX_CODE.eq(code.value())))
                .or(() -> Company.domain(text).map(domain -> byName.orElse(COMPANY.DOMAIN.eq(domain))))
                .orElse(byName);
    }

    @Override
    public RecordKind kind() {
        return ContactKinds.COMPANY;
    }

    @Override
    public List<Hit> search(Viewer viewer, String needle, int limit) {
        return store.search(viewer, of(needle), limit).stream()
                .map(company -> new Hit(
                        ContactKinds.COMPANY,
                        company.id().value(),
                        company.company().name(),
                        company.company().taxCode() == null
                                ? company.company().domain()
                                : company.company().taxCode()))
                .toList();
    }

    @Override
    public Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return store.names(viewer, ids);
    }
}
