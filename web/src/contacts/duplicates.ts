import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from '../api/client'
import type { Filter, Page, Predicate } from '../api/page'
import type { Company, Contact } from '../api/types'

/** As the server stores a telephone number: `0912 345 678` is +84912345678; what is no number is none. */
export function e164(text: string): string | undefined {
  const digits = text.replace(/[\s().\-\u00A0]/g, '')
  if (/^0\d{9,10}$/.test(digits)) return `+84${digits.slice(1)}`
  if (/^84\d{9,10}$/.test(digits)) return `+${digits}`
  if (/^\+\d{8,15}$/.test(digits)) return digits
  return undefined
}

/** What to ask for somebody who may be in the database already; nothing while too little is typed. */
export function likeContact(email: string, phone: string): Filter | undefined {
  const asked: Predicate[] = []
  const mail = email.trim().toLowerCase()
  if (/^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/.test(mail)) asked.push({ field: 'emails', op: 'eq', value: mail })
  const number = e164(phone)
  if (number) asked.push({ field: 'phones', op: 'eq', value: number })
  return asked.length > 0 ? { any: asked } : undefined
}

export function likeCompany(taxCode: string, domain: string): Filter | undefined {
  const asked: Predicate[] = []
  const code = taxCode.replace(/\s/g, '')
  if (/^\d{10}(-?\d{3})?$/.test(code) || /^\d{12}$/.test(code)) {
    asked.push({ field: 'taxCode', op: 'eq', value: code })
  }
  const host = domain.trim().toLowerCase()
  if (/^[^\s/]+\.[^\s/]{2,}$/.test(host)) asked.push({ field: 'domain', op: 'eq', value: host })
  return asked.length > 0 ? { any: asked } : undefined
}

const useAlike = <T>(path: '/api/contacts' | '/api/companies', filter: Filter | undefined) => {
  const [asked] = useDebouncedValue(filter, 300)
  const { data } = useQuery({
    queryKey: [path.slice(5), 'alike', asked],
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Page<T>>(path, { filter: asked, limit: 3 }, signal),
  })
  return asked ? (data?.items ?? []) : []
}

/** Those who have this e-mail address or telephone number already. */
export const useAlikeContacts = (email: string, phone: string) =>
  useAlike<Contact>('/api/contacts', likeContact(email, phone))

export const useAlikeCompanies = (taxCode: string, domain: string) =>
  useAlike<Company>('/api/companies', likeCompany(taxCode, domain))
