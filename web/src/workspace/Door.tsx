import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Mark } from '../ui/Mark'
import { type Language, speak } from '../ui/texts'
import classes from './Door.module.css'

/** The two pages before the product: a form, and beside it what the product is about. */
export function Door({ children }: { children: ReactNode }) {
  const { t, i18n } = useLingui()
  const language = (value: Language, name: string) => (
    <button type="button" lang={value} aria-pressed={i18n.locale === value} onClick={() => void speak(value)}>
      {name}
    </button>
  )
  return (
    <div className={classes.door}>
      <main className={classes.form}>
        <div className={classes.brand}>
          <Mark size={32} />
          Song Hành
        </div>
        {children}
        <fieldset className={classes.languages} aria-label={t`Ngôn ngữ`} style={{ border: 0, padding: 0 }}>
          {language('vi', 'Tiếng Việt')}
          {language('en', 'English')}
        </fieldset>
      </main>
      <aside className={classes.view}>
        <svg viewBox="0 0 420 90" aria-hidden="true">
          <path
            d="M10 70 C 90 70 110 24 190 24 S 320 60 410 18"
            fill="none"
            stroke="#fff"
            strokeOpacity=".9"
            strokeWidth="2.5"
          />
          <path
            d="M10 84 C 100 84 120 46 200 44 S 330 72 410 32"
            fill="none"
            stroke="#a5dfcc"
            strokeWidth="2.5"
            strokeDasharray="1 7"
            strokeLinecap="round"
          />
          {[10, 67, 124, 190, 250, 308, 362, 410].map((x, index) => (
            <circle
              key={x}
              cx={x}
              cy={[70, 62, 40, 24, 30, 40, 35, 18][index]}
              r="6"
              fill={index < 6 ? '#fff' : '#0b7d5c'}
              stroke="#fff"
              strokeWidth="2"
            />
          ))}
        </svg>
        <p>
          <Trans>Marketing và bán hàng, cùng một khách hàng, cùng một lời hứa.</Trans>
        </p>
        <small>
          <Trans>
            Một khách tiềm năng đi từ lần đầu để lại tên đến khi thành khách hàng. Mỗi bước bàn giao có người
            nhận và có đồng hồ.
          </Trans>
        </small>
      </aside>
    </div>
  )
}
