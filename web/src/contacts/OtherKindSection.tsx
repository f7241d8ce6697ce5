import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ArrangeButtons } from '../ui/ArrangeButtons'
import { InlineEdit } from '../ui/InlineEdit'
import { Loaded } from '../ui/Loaded'
import { Card } from '../ui/Page'
import { EmptyState } from '../ui/States'
import { may, useMe } from '../workspace/session'
import { otherKindsQuery, useAddOtherKind, useChangeOtherKind } from './otherKinds'

/** The kinds of those who are in OTHER, so that everybody knows who they are. */
export function OtherKindSection() {
  const { t } = useLingui()
  const me = useMe()
  const kinds = useQuery(otherKindsQuery)
  const [name, setName] = useState('')
  const change = useChangeOtherKind()
  const add = useAddOtherKind(() => setName(''))
  const edits = may(me, 'WORKSPACE', 'WRITE')
  return (
    <Card title={<Trans>Các loại trong “Khác”</Trans>}>
      <Text c="dimmed" px="md" pt="sm">
        <Trans>
          Ai không phải khách thì ở giai đoạn “Khác”. Khi chuyển sang đó, người dùng chọn một trong các loại
          này.
        </Trans>
      </Text>
      <Loaded of={kinds} empty={<EmptyState text={<Trans>Chưa có loại nào.</Trans>} />}>
        {(data) => (
          <ul style={{ listStyle: 'none', margin: 0, padding: 'var(--mantine-spacing-xs) 0' }}>
            {data.map((kind) => (
              <li key={kind.id}>
                <Group px="md" py={4} gap="xs" wrap="nowrap" align="center">
                  <div style={{ flex: 1, minWidth: 0, opacity: kind.archived ? 0.6 : 1 }}>
                    <InlineEdit
                      hideLabel
                      label={t`Tên loại`}
                      field="name"
                      readOnly={!edits}
                      value={kind.name}
                      onSave={(next) => change.mutateAsync({ kind, name: next ?? '' })}
                    />
                  </div>
                  <ArrangeButtons
                    of={kind}
                    count={data.length}
                    edits={edits}
                    busy={change.isPending}
                    onChange={(to) => change.mutate({ kind, ...to })}
                  />
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {edits && (
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            if (name.trim()) add.mutate({ name: name.trim() })
          }}
        >
          <Group p="md" gap="xs" style={{ borderTop: '1px solid var(--sh-line)' }}>
            <TextInput
              aria-label={t`Tên loại mới`}
              placeholder={t`Tên loại mới`}
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={!name.trim()} loading={add.isPending}>
              <Trans>Thêm loại</Trans>
            </Button>
          </Group>
        </form>
      )}
    </Card>
  )
}
