import { type Language, setTexts } from '../ui/texts'

const catalogs = {
  vi: () => import('./texts.vi'),
  en: () => import('./texts.en'),
}

export const textsOf = async (language: Language) => (await catalogs[language]()).texts

setTexts(textsOf)
