-- Browsers in which somebody has signed in before. Whoever guesses elsewhere cannot shut them out.
create table workspace.device (
    -- of a random cookie, new after every sign-in; several members may share a browser
    token_hash bytea       not null,
    member_id  uuid        not null references workspace.member (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (token_hash, member_id)
);
create index device_member on workspace.device (member_id, created_at desc);
create index device_expiry on workspace.device (expires_at);
