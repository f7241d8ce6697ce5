import { i18n } from '@lingui/core'
import { setRequestLanguage } from '../api/client'

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const catalogs = {
  vi: () => import('./texts.vi'),
  en: () => import('./texts.en'),
}

const STORED = 'songhanh.language'

export const storedLanguage = (): Language => (localStorage.getItem(STORED) === 'en' ? 'en' : 'vi')

export async function loadTexts(language: Language) {
  const { texts } = await catalogs[language]()
  i18n.load(language, texts)
}

export async function speak(language: Language) {
  await loadTexts(language)
  i18n.activate(language)
  setRequestLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(STORED, language)
}
