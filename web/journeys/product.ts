import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const START_LIMIT = 180_000

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

/** Starts the packaged product on fresh data, and hands its address and its set-up link to the journeys. */
export default async function product() {
  // While writing a journey: one that runs already, with .auth/owner.json from an earlier set-up.
  if (process.env.PRODUCT_URL) return undefined
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const data = mkdtempSync(join(tmpdir(), 'songhanh-journeys-'))
  const port = await freePort()
  const logFile = join(data, 'product.log')
  const log = createWriteStream(logFile)
  const child = spawn(join(root, 'bin/start'), {
    env: { ...process.env, SERVER_PORT: String(port), SONGHANH_DATA_DIR: join(data, 'data') },
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
  process.env.PRODUCT_URL = `http://localhost:${port}`
  process.env.SETUP_TOKEN = link
  return stop
}
