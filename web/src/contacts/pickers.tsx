import { useLingui } from '@lingui/react/macro'
import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../api/client'
import type { Page } from '../api/page'
import type { Company, Contact } from '../api/types'
import { companyQuery, contactQuery } from './api'

interface Option {
  readonly value: string
  readonly label: string
}

const useFound = (path: '/api/contacts' | '/api/companies', text: string) => {
  const [q] = useDebouncedValue(text.trim(), 200)
  return useQuery({
    queryKey: [path.slice(5), 'found', q],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Page<Contact & Company>>(path, { q, limit: 20 }, signal),
    select: (page): Option[] =>
      page.items.map((item) => ({ value: item.id, label: item.fullName ?? item.name })),
  })
}

const merged = (...lists: readonly (readonly Option[])[]) => [
  ...new Map(lists.flat().map((option) => [option.value, option])).values(),
]

/** Finds a company by a part of its name; the server does the finding, accents aside. */
export function CompanyPicker(props: Omit<SelectProps, 'data'>) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const chosen = useQuery({ ...companyQuery(props.value ?? ''), enabled: !!props.value })
  const label = chosen.data?.name
  const found = useFound('/api/companies', text === label ? '' : text)
  return (
    <Select
      searchable
      clearable
      nothingFoundMessage={found.isFetching ? t`Đang tìm…` : t`Không thấy công ty nào.`}
      filter={({ options }) => options}
      {...props}
      onSearchChange={setText}
      data={merged(props.value && label ? [{ value: props.value, label }] : [], found.data ?? [])}
    />
  )
}

/** Finds people by a part of their names. */
export function ContactPicker({ value = [], ...props }: Omit<MultiSelectProps, 'data'>) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const chosen = useQueries({ queries: value.map((id) => contactQuery(id)) })
  const found = useFound('/api/contacts', text)
  return (
    <MultiSelect
      searchable
      hidePickedOptions
      nothingFoundMessage={found.isFetching ? t`Đang tìm…` : t`Không thấy ai.`}
      filter={({ options }) => options}
      {...props}
      value={value}
      searchValue={text}
      onSearchChange={setText}
      data={merged(
        chosen.flatMap(({ data }) => (data ? [{ value: data.id, label: data.fullName }] : [])),
        found.data ?? [],
      )}
    />
  )
}
