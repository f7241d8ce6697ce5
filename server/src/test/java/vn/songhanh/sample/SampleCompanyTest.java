package vn.songhanh.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.access.Setup;

@SongHanhTest
@TestPropertySource(properties = "a.database=of the sample company alone")
@DirtiesContext
class SampleCompanyTest {

    @Autowired
    Api api;

    @Autowired
    Setup setup;

    @Test
    void a_company_that_begins_with_sample_data_finds_half_a_year_behind_it() {
        setup.found(new Setup.Founding(
                "Cà phê Song Hành", "Chủ Sở Hữu", Api.OWNER_EMAIL, Api.OWNER_PASSWORD, Api.OWNER_KEY, true));

        assertThat(count("companies")).isEqualTo(SampleCompany.COMPANIES);
        assertThat(count("contacts")).isEqualTo(SampleCompany.CONTACTS);
        assertThat(count("deals")).isEqualTo(SampleCompany.DEALS);

        Map<String, Integer> stages = new TreeMap<>();
        for (String stage :
                List.of("SUBSCRIBER", "LEAD", "MQL", "SQL", "OPPORTUNITY", "CUSTOMER", "EVANGELIST", "OTHER")) {
            stages.put(stage, count("contacts", "lifecycleStage", stage));
        }
        Map<String, Integer> ends = new TreeMap<>();
        for (String status : List.of("OPEN", "WON", "LOST")) {
            ends.put(status, count("deals", "status", status));
        }
        assertThat(stages)
                .as("the same at every run")
                .hasToString(
                        "{CUSTOMER=100, EVANGELIST=10, LEAD=109, MQL=13, OPPORTUNITY=89, OTHER=15, SQL=22, SUBSCRIBER=42}");
        assertThat(ends).hasToString("{LOST=35, OPEN=53, WON=32}");

        String sla = api.get("/api/slas").expect(200).json("items.0.id");
        Answer september = api.get("/api/slas/" + sla + "/report?from=2026-09-01&to=2026-09-30");
        for (String figure : List.of("accepted", "rejected", "met", "breached")) {
            assertThat(september.at("total." + figure).asInt()).as(figure).isGreaterThan(2);
        }
        assertThat(september.at("total.pending").asInt()).isZero();
        assertThat(goal(sla, "2026-09")).isEqualTo("200000000");
        assertThat(goal(sla, "2026-11")).isEqualTo("240000000");
        Answer contract = api.get("/api/slas/" + sla);
        assertThat(contract.at("signatures")).hasSize(2);
        assertThat(contract.at("proposal.changes")).hasSize(2);
        assertThat(contract.json("proposal.startsOn")).isEqualTo("2026-12-01");
        assertThat(contract.at("proposal.signatures")).hasSize(1);
        assertThat(contract.json("proposal.can.sign.0")).isEqualTo("SALES");
        assertThat(api.get("/api/failed-events").expect(200).at("items")).isEmpty();
    }

    private String goal(String sla, String month) {
        return api.get("/api/slas/" + sla + "/report?from=" + month + "-01")
                .expect(200)
                .json("waterfall.goal.amount");
    }

    private int count(String records) {
        return total("/api/" + records + "?limit=1&count=true");
    }

    private int count(String records, String field, String value) {
        String filter = "{\"field\":\"%s\",\"op\":\"eq\",\"value\":\"%s\"}".formatted(field, value);
        return total(
                "/api/" + records + "?limit=1&count=true&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    private int total(String path) {
        return api.get(path).expect(200).at("total").asInt();
    }
}
