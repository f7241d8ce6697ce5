import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconClockPause, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { get } from '../api/client'
import type { Page } from '../api/page'
import type { Deal, Money } from '../api/types'
import { Amount } from '../ui/Amount'
import { formatNumber } from '../ui/format'
import { keysAreTaken } from '../ui/keys'
import { Later } from '../ui/Later'
import { Day } from '../ui/Moment'
import { Person } from '../ui/Person'
import { EmptyState, ErrorState } from '../ui/States'
import { useMembers } from '../workspace/session'
import type { DealActions } from './actions'
import { type BoardQuery, boardQuery, dealQuery } from './api'
import classes from './Board.module.css'
import { type Board, type Column, dropOn, findCard, totalOf } from './board'
import { DealMenu } from './DealMenu'
import { DEALS } from './keys'

const CARD = 'deal'

interface DealBoardProps {
  readonly pipelineId: string
  readonly query: BoardQuery
  readonly actions: DealActions
  /** Missing for who may not. */
  readonly onCreate?: (stageId?: string) => void
}

/** The open deals of a pipeline in the columns of their stages. Cards are dragged, or moved by their menu. */
export function DealBoard({ pipelineId, query, actions: chosen, onCreate }: DealBoardProps) {
  const { t } = useLingui()
  const board = useQuery(boardQuery(pipelineId, query))
  const navigate = useNavigate()
  const [active, setActive] = useState<string>()
  const [menu, setMenu] = useState<string>()
  const [said, setSaid] = useState('')

  // A card that is moved by its menu is another one in its new column, to which the keys go on.
  const moved = useRef<string>(undefined)
  const actions: DealActions = {
    ...chosen,
    move: (deal, stageId) => {
      moved.current = deal.id
      setActive(deal.id)
      chosen.move(deal, stageId)
    },
  }
  useEffect(() => {
    if (!board.data || !moved.current) return
    document.querySelector<HTMLElement>(`[data-card="${moved.current}"] a`)?.focus()
    moved.current = undefined
  }, [board.data])

  const drop = useEffectEvent((dealId: string, stageId: string) => {
    const deal = board.data && findCard(board.data, dealId)
    const column = board.data?.columns.find((one) => one.stageId === stageId)
    if (!deal || !column) return
    const asks = dropOn(deal, column)
    if (asks === 'win') actions.askToWin(deal)
    if (asks === 'move') {
      actions.move(deal, stageId)
      setSaid(t`${deal.name} đã sang ${column.name}`)
    }
  })
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data.type === CARD,
        onDrop: ({ source, location }) => {
          const target = location.current.dropTargets[0]
          if (target) drop(String(source.data.id), String(target.data.stageId))
        },
      }),
    [],
  )

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (keysAreTaken(event) || !board.data) return
    const next = neighbour(board.data, active, event.key)
    if (next) {
      event.preventDefault()
      setActive(next)
      document.querySelector<HTMLElement>(`[data-card="${next}"] a`)?.focus()
    } else if (event.key === 'm' && active) {
      event.preventDefault()
      setMenu(active)
    } else if (event.key === 'Enter' && active && event.target === document.body) {
      void navigate({ to: '/deals/$dealId', params: { dealId: active } })
    } else if (event.key === 'c' && onCreate) {
      event.preventDefault()
      onCreate()
    } else if (event.key === '/') {
      event.preventDefault()
      document.querySelector<HTMLInputElement>('[data-list-search]')?.focus()
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  if (board.isError) return <ErrorState error={board.error} retry={() => void board.refetch()} />
  if (board.isPending) {
    return (
      <Later>
        <div className={classes.board} role="status" aria-label={t`Đang tải`}>
          {[3, 2, 4, 1, 2, 3].map((cards, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row of shapes
            <Skeleton key={index} height={60 + cards * 70} radius={10} style={{ flex: '1 0 176px' }} />
          ))}
        </div>
      </Later>
    )
  }
  const { columns } = board.data
  const narrowed = query.q !== undefined || query.filter !== undefined
  if (columns.every((column) => column.count === 0) && !narrowed) {
    return (
      <EmptyState
        text={<Trans>Chưa có thương vụ nào. Mở thương vụ đầu tiên khi một khách muốn mua.</Trans>}
        action={
          onCreate && (
            <Button onClick={() => onCreate()}>
              <Trans>Mở thương vụ</Trans>
            </Button>
          )
        }
      />
    )
  }
  const total = totalOf(board.data)
  return (
    <>
      <p className={classes.total}>
        <span>
          <b className="tabular">
            <Plural value={total.count} other="# thương vụ đang mở" />
          </b>
        </span>
        {[
          { name: t`tổng giá trị`, sums: total.sums },
          { name: t`theo xác suất`, sums: total.weighted },
        ].map(
          ({ name, sums }) =>
            sums.length > 0 && (
              <span key={name}>
                {name}{' '}
                <b>
                  <Sums sums={sums} />
                </b>
              </span>
            ),
        )}
      </p>
      <section
        className={classes.board}
        aria-label={t`Bảng thương vụ`}
        data-scroll-restoration-id="deals-board"
      >
        <VisuallyHidden role="status">{said}</VisuallyHidden>
        {columns.map((column) => (
          <BoardColumn
            key={column.stageId}
            column={column}
            query={query}
            actions={actions}
            active={active}
            onActive={setActive}
            menu={menu}
            onMenu={setMenu}
            onCreate={onCreate}
          />
        ))}
      </section>
    </>
  )
}

/** The card that J, K, H and L or the arrows lead to. */
function neighbour(board: Board, active: string | undefined, key: string): string | undefined {
  const step = {
    j: [0, 1],
    k: [0, -1],
    h: [-1, 0],
    l: [1, 0],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
  }[key]
  if (!step) return undefined
  const [across = 0, down = 0] = step
  const columns = board.columns.filter((column) => column.cards.length > 0)
  const at = columns.findIndex((column) => column.cards.some((deal) => deal.id === active))
  if (at < 0) return columns[0]?.cards[0]?.id
  const row = columns[at]?.cards.findIndex((deal) => deal.id === active) ?? 0
  const cards = columns[at + across]?.cards
  return across === 0 ? cards?.[row + down]?.id : (cards?.[row] ?? cards?.at(-1))?.id
}

const Sums = ({ sums }: { sums: readonly Money[] }) =>
  sums.map((sum, index) => (
    <span key={sum.currency}>
      {index > 0 && ' + '}
      <Amount value={sum} short />
    </span>
  ))

function BoardColumn({
  column,
  query,
  actions,
  active,
  onActive,
  menu,
  onMenu,
  onCreate,
}: {
  column: Column
  query: BoardQuery
  actions: DealActions
  active?: string
  onActive: (id: string) => void
  menu?: string
  onMenu: (id?: string) => void
  onCreate?: (stageId?: string) => void
}) {
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const client = useQueryClient()
  const [more, setMore] = useState<{ from: string; items: readonly Deal[]; next?: string | null }>()
  const { stageId } = column
  const afterSales = column.kind === 'AFTER_SALES'

  useEffect(() => {
    const element = box.current
    if (!element) return
    return dropTargetForElements({
      element,
      getData: () => ({ stageId }),
      canDrop: ({ source }) => source.data.type === CARD && source.data.stageId !== stageId,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [stageId])

  // The board brings the first cards of a column; those that follow come from the list and are forgotten when it changes.
  const following = more && more.from === column.nextCursor ? more : undefined
  const cursor = following ? following.next : column.nextCursor
  const loadMore = async () => {
    const own = { field: 'stageId', op: 'eq', value: stageId } as const
    const status = { field: 'status', op: 'eq', value: afterSales ? 'WON' : 'OPEN' } as const
    const page = await client.fetchQuery({
      queryKey: [DEALS, 'column', stageId, query, cursor],
      queryFn: () =>
        get<Page<Deal>>('/api/deals', {
          ...query,
          filter: { all: [own, status, ...(query.filter ? [query.filter] : [])] },
          sort: '-stageSince',
          cursor,
        }),
    })
    setMore({
      from: column.nextCursor ?? '',
      items: [...(following?.items ?? []), ...page.items],
      next: page.nextCursor,
    })
  }
  const cards = [...column.cards, ...(following?.items ?? [])]

  return (
    <div
      ref={box}
      className={`${classes.column} ${afterSales ? classes.afterSales : ''}`}
      data-over={over || undefined}
      data-stage={stageId}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>
          <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>{column.name}</span>
          <span className={classes.count}>{formatNumber(column.count)}</span>
        </h2>
        <div className={classes.sums}>
          <span>
            <Sums sums={column.sums} />
          </span>
          {column.weighted.length > 0 && (
            <Tooltip label={t`Tổng nhân xác suất thắng ${column.probability} %`}>
              <span>
                ≈ <Sums sums={column.weighted} />
              </span>
            </Tooltip>
          )}
        </div>
      </div>
      <ul className={classes.cards} aria-label={column.name} data-scroll-restoration-id={`column-${stageId}`}>
        {cards.map((deal) => (
          <DealCard
            key={deal.id}
            deal={deal}
            actions={actions}
            active={deal.id === active}
            onActive={onActive}
            menu={deal.id === menu}
            onMenu={onMenu}
          />
        ))}
        {cards.length === 0 && (
          <li className={classes.none}>
            {afterSales ? <Trans>Kéo vào đây khi thắng</Trans> : <Trans>Trống</Trans>}
          </li>
        )}
        {cursor && (
          <li>
            <Button variant="subtle" fullWidth size="compact-sm" onClick={() => void loadMore()}>
              <Trans>Xem thêm</Trans>
            </Button>
          </li>
        )}
        {!afterSales && onCreate && (
          <li>
            <Button
              variant="subtle"
              color="gray"
              fullWidth
              size="compact-sm"
              leftSection={<IconPlus size={14} aria-hidden />}
              styles={{ root: { color: 'var(--mantine-color-dimmed)' } }}
              aria-label={t`Thương vụ mới ở ${column.name}`}
              onClick={() => onCreate(stageId)}
            >
              <Trans>Thương vụ mới</Trans>
            </Button>
          </li>
        )}
      </ul>
    </div>
  )
}

function DealCard({
  deal,
  actions,
  active,
  onActive,
  menu,
  onMenu,
}: {
  deal: Deal
  actions: DealActions
  active: boolean
  onActive: (id: string) => void
  menu: boolean
  onMenu: (id?: string) => void
}) {
  const { t } = useLingui()
  const box = useRef<HTMLLIElement>(null)
  const [dragging, setDragging] = useState(false)
  const client = useQueryClient()
  const { nameOf } = useMembers()
  const { id, stageId } = deal
  const movable = deal.can?.move === true

  useEffect(() => {
    const element = box.current
    if (!element || !movable) return
    return draggable({
      element,
      getInitialData: () => ({ type: CARD, id, stageId }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    })
  }, [id, stageId, movable])

  const who = deal.companyName ?? deal.contacts?.find((one) => one.fullName)?.fullName
  const days = deal.daysInStage ?? 0
  return (
    <li
      ref={box}
      className={classes.card}
      data-card={id}
      data-active={active || undefined}
      data-dragging={dragging || undefined}
      data-rotting={deal.rotting || undefined}
      onMouseEnter={() => void client.prefetchQuery({ ...dealQuery(id), staleTime: 15_000 })}
      onFocus={() => onActive(id)}
    >
      <Link to="/deals/$dealId" params={{ dealId: id }} className={classes.name} draggable={false}>
        {deal.name}
      </Link>
      <span className={classes.menu}>
        <DealMenu
          deal={deal}
          actions={actions}
          opened={menu}
          onChange={(open) => onMenu(open ? id : undefined)}
        />
      </span>
      {who && <span className={classes.who}>{who}</span>}
      <span className={classes.foot}>
        {deal.amount && (
          <span className={classes.money}>
            <Amount value={deal.amount} short />
          </span>
        )}
        <Tooltip label={deal.rotting ? t`Nằm quá lâu ở giai đoạn này` : t`Số ngày ở giai đoạn này`}>
          <span className={deal.rotting ? classes.late : undefined} style={{ whiteSpace: 'nowrap' }}>
            {deal.rotting && (
              <IconClockPause size={13} aria-label={t`Quá lâu`} style={{ verticalAlign: -2 }} />
            )}{' '}
            <Plural value={days} other="# ngày" />
          </span>
        </Tooltip>
        <span className={classes.end}>
          {deal.expectedCloseDate && deal.status === 'OPEN' && (
            <Tooltip label={t`Dự kiến chốt`}>
              <span>
                <Day date={deal.expectedCloseDate} due short />
              </span>
            </Tooltip>
          )}
          <Tooltip label={nameOf(deal.ownerId) ?? ''}>
            <span>
              <Person name={nameOf(deal.ownerId)} size={20} compact />
            </span>
          </Tooltip>
        </span>
      </span>
    </li>
  )
}
