import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Autocomplete, Button, Group, Select, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { get, post } from '../../api/client'
import type { Page } from '../../api/page'
import { useCommand } from '../../ui/command'
import { formatNumber } from '../../ui/format'
import { ErrorState } from '../../ui/States'
import { useMembers } from '../session'
import { type ColumnChoice, type Import, type Reason, reasonsOf, type TargetField } from './api'
import classes from './Imports.module.css'
import { useImport } from './useImport'
import { objectName } from './words'

/** Ours by theirs, for each field. */
export type Meanings = Readonly<Record<string, Readonly<Record<string, string>>>>

/** How what was not understood is put right, while the file is still being tried out. */
export interface Mend {
  readonly fields: readonly TargetField[]
  /** By field. */
  readonly choices: Readonly<Record<string, ColumnChoice>>
  /** Takes the meanings over and tries again. */
  readonly again: (meanings: Meanings) => void
}

const UNKNOWN = 'unknown-reference'
const SHOWN = 12

/** Why rows were left out, each reason with its rows, and what can be done about it here. */
export function Reasons({ of, mend }: { of: Import; mend?: Mend }) {
  const { t } = useLingui()
  const reasons = useQuery({
    queryKey: ['imports', of.id, 'reasons'],
    queryFn: ({ signal }) => reasonsOf(of.id, signal),
  })
  const [meanings, setMeanings] = useState<Meanings>({})
  const [all, setAll] = useState(false)
  if (reasons.error) return <ErrorState error={reasons.error} retry={() => void reasons.refetch()} />
  const items = reasons.data?.items ?? []
  if (items.length === 0) return null
  const fieldOf = (reason: Reason) => mend?.fields.find((field) => field.name === reason.field)
  const lacking = (mend?.fields ?? []).filter(
    (field) =>
      field.object &&
      (mend?.choices[field.name]?.match ?? field.matches[0]) === 'name' &&
      items.some((one) => one.code === UNKNOWN && one.field === field.name),
  )
  const mapped = Object.values(meanings).some((values) => Object.keys(values).length > 0)
  const shown = all ? items : items.slice(0, SHOWN)
  return (
    <Stack gap={6}>
      <div className={classes.scroll}>
        <table aria-label={t`Vì sao có dòng bị bỏ`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Cột</Trans>
              </th>
              <th scope="col">
                <Trans>Vì sao bị bỏ</Trans>
              </th>
              <th scope="col">
                <Trans>Số dòng</Trans>
              </th>
              <th scope="col">
                <Trans>Dòng đầu</Trans>
              </th>
              {mend && (
                <th scope="col">
                  <Trans>Hiểu là</Trans>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((reason) => {
              const field = fieldOf(reason)
              const match = field && (mend?.choices[field.name]?.match ?? field.matches[0])
              // A record of another kind is found by its name, so only a column of names can mean it.
              const mappable = match !== undefined && (!field?.object || match === 'name')
              const { value } = reason
              return (
                <tr key={`${reason.outcome} ${reason.field} ${reason.code} ${reason.message}`}>
                  <td>{reason.column ?? <Trans>cả dòng</Trans>}</td>
                  <td style={{ whiteSpace: 'normal' }}>{reason.message}</td>
                  <td className="tabular">{formatNumber(reason.rows)}</td>
                  <td className="tabular">{formatNumber(reason.first)}</td>
                  {mend && (
                    <td style={{ overflow: 'visible' }}>
                      {reason.code === UNKNOWN && field && value && mappable && (
                        <Meaning
                          field={field}
                          match={match}
                          their={value}
                          ours={meanings[field.name]?.[value]}
                          onOurs={(ours) => {
                            const { [value]: _, ...rest } = meanings[field.name] ?? {}
                            setMeanings({
                              ...meanings,
                              [field.name]: ours === undefined ? rest : { ...rest, [value]: ours },
                            })
                          }}
                        />
                      )}
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {shown.length < items.length && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'start' }}
          onClick={() => setAll(true)}
        >
          <Plural value={items.length - shown.length} other="Xem # lý do nữa" />
        </Button>
      )}
      {mend && (
        <Group gap="sm">
          {lacking.map((field) => (
            <Bring key={field.name} of={of} field={field} done={() => mend.again(meanings)} />
          ))}
          {mapped && (
            <Button variant="default" onClick={() => mend.again(meanings)}>
              <Trans>Hiểu như vậy và chạy thử lại</Trans>
            </Button>
          )}
        </Group>
      )}
    </Stack>
  )
}

const EMPTY = '-'

/** Which of ours a name in the file means. */
function Meaning({
  field,
  match,
  their,
  ours,
  onOurs,
}: {
  field: TargetField
  match: string
  their: string
  ours?: string
  onOurs: (ours?: string) => void
}) {
  const { t } = useLingui()
  const { members } = useMembers()
  if (field.object) return <Named object={field.object} their={their} onOurs={onOurs} />
  return (
    <Select
      size="xs"
      w={190}
      aria-label={t`“${their}” là`}
      placeholder={t`chọn…`}
      searchable
      clearable
      data={[
        { value: EMPTY, label: t`(để trống)` },
        ...members.flatMap((member) => {
          const value = match === 'email' ? member.email : member.fullName
          return value ? [{ value, label: member.fullName }] : []
        }),
      ].filter((one, at, every) => every.findIndex((other) => other.value === one.value) === at)}
      value={ours === '' ? EMPTY : (ours ?? null)}
      onChange={(value) => onOurs(value === EMPTY ? '' : (value ?? undefined))}
    />
  )
}

/** A record of another kind, found by a part of its name. */
function Named({
  object,
  their,
  onOurs,
}: {
  object: string
  their: string
  onOurs: (ours?: string) => void
}) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text.trim(), 200)
  const found = useQuery({
    queryKey: [object, 'found', q],
    enabled: q.length > 0,
    queryFn: ({ signal }) =>
      get<Page<{ name?: string; fullName?: string }>>(`/api/${object}`, { q, limit: 20 }, signal),
  })
  const names = (found.data?.items ?? []).flatMap((one) => one.fullName ?? one.name ?? [])
  return (
    <Autocomplete
      size="xs"
      w={190}
      aria-label={t`“${their}” là`}
      placeholder={t`tìm tên…`}
      data={[...new Set(names)]}
      filter={({ options }) => options}
      value={text}
      onChange={(next) => {
        setText(next)
        onOurs(names.includes(next) ? next : undefined)
      }}
    />
  )
}

/** Brings in what the file names and we lack. */
function Bring({ of, field, done }: { of: Import; field: TargetField; done: () => void }) {
  const { i18n } = useLingui()
  const [started, setStarted] = useState<string>()
  const run = useImport(started)
  const bring = useCommand(() => post<Import>(`/api/imports/${of.id}/missing`, { field: field.name }), {
    refresh: ['imports'],
    done: (made) => setStarted(made.id),
  })
  const ended = run.data !== undefined && run.data.status !== 'RUNNING'
  const tellDone = useEffectEvent(done)
  useEffect(() => {
    if (ended) tellDone()
  }, [ended])
  const name = objectName(field.object ?? '', (message) => i18n._(message)).toLocaleLowerCase(i18n.locale)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        loading={bring.isPending || (started !== undefined && !ended)}
        onClick={() => bring.mutate(undefined)}
      >
        <Trans>Tạo {name} còn thiếu</Trans>
      </Button>
      {ended && run.data && run.data.failed > 0 && (
        <Text size="sm" c="var(--sh-red)">
          <Plural value={run.data.failed} other="# tên không tạo được" />
        </Text>
      )}
    </>
  )
}
