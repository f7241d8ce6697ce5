import { useLingui } from '@lingui/react'
import { DatesProvider } from '@mantine/dates'
import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import type { ReactNode } from 'react'
import 'dayjs/locale/vi'

// Without it 05/12/2026, typed, would be the twelfth of May, and 24/12/2026 nothing at all.
dayjs.extend(customParseFormat)

/** Calendars to pick from speak the language of the screen, and their weeks begin on Monday. */
export function Dates({ children }: { children: ReactNode }) {
  const { i18n } = useLingui()
  return <DatesProvider settings={{ locale: i18n.locale, firstDayOfWeek: 1 }}>{children}</DatesProvider>
}
