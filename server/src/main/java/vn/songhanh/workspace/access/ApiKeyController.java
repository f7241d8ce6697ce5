package vn.songhanh.workspace.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.shared.Viewer;

@RestController
@RequestMapping("/api/api-keys")
class ApiKeyController {

    record KeyList(List<ApiKey> items) {}

    record KeyInput(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt) {}

    private final ApiKeys keys;

    ApiKeyController(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    KeyList list(Viewer viewer) {
        return new KeyList(keys.list(viewer));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiKeys.Made create(Viewer viewer, @RequestBody KeyInput input) {
        List<String> scopes = input.scopes() == null ? List.of() : input.scopes();
        return keys.create(viewer, input.name() == null ? "" : input.name(), scopes, input.expiresAt());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Viewer viewer, @PathVariable UUID id) {
        keys.revoke(viewer, id);
    }
}
