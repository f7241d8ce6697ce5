package vn.songhanh.referees;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Faults of the kinds that the referees are there for. One that does not find them would find nothing else. */
@TestComponent // for whoever imports it: no other test shall find them
@RestController
class PlantedFaults {

    record Slot(@Nullable String name) {}

    private final DSLContext db;

    PlantedFaults(DSLContext db, Environment environment) throws SQLException {
        this.db = db;
        try (Connection owner = DriverManager.getConnection(
                        environment.getRequiredProperty("SONGHANH_DATABASE_URL"),
                        environment.getRequiredProperty("SONGHANH_DATABASE_OWNER_USER"),
                        environment.getRequiredProperty("SONGHANH_DATABASE_OWNER_PASSWORD"));
                Statement statement = owner.createStatement()) {
            statement.execute("create schema planted; create table planted.slot (name text);"
                    + "grant usage on schema planted to public; grant select, insert on planted.slot to public");
        }
    }

    /** Breaks at what is no number. */
    @GetMapping("/api/planted/pages")
    Map<String, Integer> page(@RequestParam(defaultValue = "1") String page) {
        return Map.of("page", Integer.parseInt(page));
    }

    /** Refuses in words that no program can read. */
    @GetMapping("/api/planted/refusals")
    ResponseEntity<String> refuse() {
        return ResponseEntity.badRequest().contentType(MediaType.TEXT_PLAIN).body("no");
    }

    /** Shows everybody's contacts to everybody. */
    @GetMapping("/api/planted/names")
    List<String> names() {
        return db.fetch("select full_name from contacts.contact").getValues(0, String.class);
    }

    /** Shows nothing and yet tells whether there is somebody of that name. */
    @GetMapping("/api/planted/counts")
    Map<String, Integer> count(@RequestParam(defaultValue = "") String q) {
        return Map.of(
                "total",
                db.fetch("select 1 from contacts.contact where full_name = ?", q)
                        .size());
    }

    /** Lets everybody change everybody's contacts. */
    @PostMapping("/api/contacts/{id}/planted")
    Map<String, Integer> rename(@PathVariable UUID id) {
        return Map.of("changed", db.execute("update contacts.contact set version = version + 1 where id = ?", id));
    }

    /** Changes everybody's companies, and says that it does not know them. */
    @PostMapping("/api/companies/{id}/planted")
    ResponseEntity<Void> renameAndRefuse(@PathVariable UUID id) {
        db.execute("update contacts.company set version = version + 1 where id = ?", id);
        return ResponseEntity.notFound().build();
    }

    /** Looks first and takes then: two who come at once both find the place free. */
    @PostMapping("/api/planted")
    ResponseEntity<Map<String, String>> take(@RequestBody Slot slot) {
        String name = String.valueOf(slot.name());
        boolean free =
                db.fetch("select 1 from planted.slot where name = ?", name).isEmpty();
        if (free) {
            db.execute("insert into planted.slot values (?)", name);
        }
        return ResponseEntity.status(free ? 201 : 409)
                .body(Map.of("id", UUID.randomUUID().toString()));
    }

    @GetMapping("/api/planted")
    Map<String, List<String>> taken() {
        return Map.of("items", List.of());
    }
}
