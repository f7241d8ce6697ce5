-- Notices keep ids of what they speak of; what it is called is told to those who may know.
update workspace.notice
set args = jsonb_set(args, '{contact}', to_jsonb(substring(path from '^/contacts/([0-9a-f-]{36})$')))
where kind like 'handoff-%'
  and args ? 'contact'
  and path ~ '^/contacts/[0-9a-f-]{36}$';
