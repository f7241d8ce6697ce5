import type { ReactNode } from 'react'
import classes from './Columns.module.css'

/** A record in three columns: what it is, what happened, what hangs on it; one below the other on a narrow screen. */
export function Columns({ left, middle, right }: { left: ReactNode; middle: ReactNode; right: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.left}>{left}</div>
      <div className={classes.middle}>{middle}</div>
      <div className={classes.right}>{right}</div>
    </div>
  )
}
