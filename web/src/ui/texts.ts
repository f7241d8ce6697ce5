import { i18n, type Messages } from '@lingui/core'
import { setRequestLanguage } from '../api/client'

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const STORED = 'songhanh.language'
let load: (language: Language) => Promise<Messages> = async () => ({})

/** Where the texts of a language come from: the app knows, the modules do not. */
export const setTexts = (source: typeof load) => {
  load = source
}

export const storedLanguage = (): Language | undefined => {
  const stored = localStorage.getItem(STORED)
  return LANGUAGES.find((language) => language === stored)
}

export async function speak(language: Language) {
  i18n.loadAndActivate({ locale: language, messages: await load(language) })
  setRequestLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(STORED, language)
}
