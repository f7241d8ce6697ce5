import { Trans, useLingui } from '@lingui/react/macro'
import { Loader, Text } from '@mantine/core'
import { useDebouncedValue, useWindowEvent } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { get } from '../api/client'
import { fold } from '../ui/fold'
import { KINDS } from '../workspace/kinds'
import type { Me, RecordKind } from '../workspace/session'
import { creatable } from './CreateMenu'
import { SEARCH } from './keys'
import type { Place } from './navigation'
import { OPEN_SEARCH } from './SearchOnDemand'

interface Found {
  readonly kind: RecordKind
  readonly id: string
  readonly title: string
  readonly subtitle?: string | null
}

/** Ctrl K: records by name, the places of the product, and what can be made there. Opens as it comes. */
export function GlobalSearch({ me, places }: { me: Me; places: readonly Place[] }) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  useEffect(() => spotlight.open(), [])
  useWindowEvent(OPEN_SEARCH, () => spotlight.open())
  const [q] = useDebouncedValue(text.trim(), 150)
  const { data, isFetching, isError } = useQuery({
    queryKey: [SEARCH, q],
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<{ items: readonly Found[] }>('/api/search', { q }, signal),
  })
  const found = q.length >= 2 ? (data?.items ?? []) : []
  const wanted = fold(text.trim())
  const matching = places.filter((place) => fold(i18n._(place.name)).includes(wanted))
  const makes = creatable(me).filter(({ full }) => fold(i18n._(full)).includes(wanted))
  const searching = isFetching || text.trim() !== q
  const go = (path: string) => {
    void navigate({ to: path as '/' })
  }

  return (
    <Spotlight.Root
      query={text}
      onQueryChange={setText}
      shortcut={['mod + K']}
      scrollable
      maxHeight={420}
      centered={false}
      yOffset="12vh"
    >
      <Spotlight.Search
        placeholder={t`Tìm liên hệ, công ty, thương vụ… không cần gõ dấu`}
        aria-label={t`Tìm mọi thứ`}
        leftSection={isFetching ? <Loader size={16} /> : <IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t`Bản ghi`}>
            {found.map((item) => {
              const { icon: Icon, plural } = KINDS[item.kind]
              return (
                <Spotlight.Action
                  key={`${item.kind}${item.id}`}
                  leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
                  label={item.title}
                  description={item.subtitle ?? undefined}
                  onClick={() => go(`/${plural}/${item.id}`)}
                />
              )
            })}
          </Spotlight.ActionsGroup>
        )}
        {matching.length > 0 && (
          <Spotlight.ActionsGroup label={t`Đi tới`}>
            {matching.map((place) => (
              <Spotlight.Action
                key={place.to}
                leftSection={<place.icon size={18} stroke={1.6} aria-hidden />}
                label={i18n._(place.name)}
                onClick={() => go(place.to)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {makes.length > 0 && (
          <Spotlight.ActionsGroup label={t`Thao tác`}>
            {makes.map(({ kind, to, full }) => (
              <Spotlight.Action
                key={kind}
                leftSection={<IconPlus size={18} stroke={1.6} aria-hidden />}
                label={i18n._(full)}
                onClick={() => void navigate({ to, search: { create: true } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length === 0 && matching.length === 0 && makes.length === 0 && (
          <Spotlight.Empty>
            <Text c="dimmed">
              {searching ? (
                <Trans>Đang tìm…</Trans>
              ) : isError ? (
                <Trans>Chưa tìm được, hãy thử lại.</Trans>
              ) : (
                <Trans>Không thấy gì khớp.</Trans>
              )}
            </Text>
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
