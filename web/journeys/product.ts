import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const START_LIMIT = 180_000

/** Below those that the system gives to outgoing connections, or one of them takes it before the product does. */
const freePort = async (): Promise<number> => {
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
  return free ? port : freePort()
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

export interface Product {
  readonly url: string
  /** Of the link that sets it up, once. */
  readonly token: string
  readonly dataFolder: string
  readonly stop: () => Promise<void>
}

/** Starts the packaged product on fresh data. */
export async function startProduct(): Promise<Product> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const data = mkdtempSync(join(tmpdir(), 'songhanh-journeys-'))
  const port = await freePort()
  const logFile = join(data, 'product.log')
  const log = createWriteStream(logFile)
  const dataFolder = join(data, 'data')
  const child = spawn(join(root, 'bin/start'), {
    env: { ...process.env, SERVER_PORT: String(port), SONGHANH_DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.pipe(log)
  child.stderr.pipe(log)

  const stop = async () => {
    child.kill('SIGTERM')
    await ended(child)
    if (process.env.KEEP_JOURNEY_DATA === undefined) rmSync(data, { recursive: true, force: true })
  }

  const deadline = Date.now() + START_LIMIT
  let link: string | undefined
  while (link === undefined) {
    if (child.exitCode !== null || Date.now() > deadline) {
      const told = readFileSync(logFile, 'utf8').slice(-4000)
      await stop()
      throw new Error(`the product did not start:\n${told}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
    link = /https?:\/\/\S+\/setup\?token=(\S+)/.exec(readFileSync(logFile, 'utf8'))?.[1]
  }
  return { url: `http://localhost:${port}`, token: link, dataFolder, stop }
}

/** The product of most journeys: hands its address and its set-up link to them. */
export default async function product() {
  // While writing a journey: one that runs already, with .auth/owner.json from an earlier set-up.
  if (process.env.PRODUCT_URL) return undefined
  const { url, token, stop } = await startProduct()
  process.env.PRODUCT_URL = url
  process.env.SETUP_TOKEN = token
  return stop
}
