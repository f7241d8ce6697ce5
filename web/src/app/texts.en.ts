import type { Messages } from '@lingui/core'

const modules = import.meta.glob<Messages>('../*/texts/en.po', { eager: true, import: 'messages' })

export const texts: Messages = Object.assign({}, ...Object.values(modules))
