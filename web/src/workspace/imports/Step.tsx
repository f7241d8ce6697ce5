import { Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Imports.module.css'

export function Step({
  number,
  title,
  done,
  waiting,
  children,
}: {
  number: number
  title: ReactNode
  done?: boolean
  waiting?: boolean
  children?: ReactNode
}) {
  return (
    <section className={classes.step} data-waiting={waiting || undefined}>
      <span className={classes.number} data-done={done || undefined} aria-hidden>
        {done ? <IconCheck size={15} stroke={2.4} /> : number}
      </span>
      <div className={classes.body}>
        <Title order={2} mb={waiting ? 0 : 'sm'}>
          {title}
        </Title>
        {!waiting && children}
      </div>
    </section>
  )
}
