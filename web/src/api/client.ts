import { ApiProblem, Unreachable } from './problem'

type Scalar = string | number | boolean | null | undefined

export interface RequestOptions {
  readonly query?: Readonly<Record<string, Scalar | object>>
  /** JSON, or FormData for files. */
  readonly body?: unknown
  /** The version that the change was made on: sent as If-Match. */
  readonly version?: number | string
  /** One key per intention: the server answers a repetition with the first result. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/** What a generated call takes besides what its path describes. */
export type CallOptions = Pick<RequestOptions, 'version' | 'idempotencyKey' | 'signal'>

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

let language = 'vi'
let onSignedOut: (() => void) | undefined

export const setRequestLanguage = (value: string) => {
  language = value
}

/** Called when the server no longer knows this session. */
export const setSignedOutHandler = (handler: () => void) => {
  onSignedOut = handler
}

const cookie = (name: string) =>
  document.cookie
    .split('; ')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)

export const pathWithQuery = (path: string, query?: RequestOptions['query']) => {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    const written = typeof value === 'object' && !Array.isArray(value)
    params.set(key, written ? JSON.stringify(value) : String(value))
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const headers = new Headers({
    Accept: 'application/json, application/problem+json',
    'Accept-Language': language,
  })
  let body: BodyInit | undefined
  if (options.body instanceof FormData) {
    body = options.body
  } else if (options.body !== undefined) {
    headers.set('Content-Type', method === 'PATCH' ? 'application/merge-patch+json' : 'application/json')
    body = JSON.stringify(options.body)
  }
  if (method !== 'GET') {
    const token = cookie('XSRF-TOKEN')
    if (token) headers.set('X-XSRF-TOKEN', decodeURIComponent(token))
  }
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`)
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey)

  let response: Response
  try {
    response = await fetch(pathWithQuery(path, options.query), {
      method,
      headers,
      body,
      signal: options.signal,
      credentials: 'same-origin',
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unreachable(error)
  }
  const json = (response.headers.get('Content-Type') ?? '').includes('json')
  const answer: unknown = json ? await response.json() : await response.text()
  if (response.ok) return (json ? answer : undefined) as T
  const problem = new ApiProblem(response.status, json ? (answer as Record<string, unknown>) : {})
  if (problem.status === 401 && path !== '/api/session') onSignedOut?.()
  throw problem
}

export const get = <T>(path: string, query?: RequestOptions['query'], signal?: AbortSignal) =>
  request<T>('GET', path, { query, signal })
export const post = <T>(path: string, body?: unknown, options?: RequestOptions) =>
  request<T>('POST', path, { ...options, body })
export const put = <T>(path: string, body: unknown, options?: RequestOptions) =>
  request<T>('PUT', path, { ...options, body })
export const patch = <T>(path: string, body: unknown, version: number | string) =>
  request<T>('PATCH', path, { body, version })
export const remove = <T = void>(path: string, options?: RequestOptions) =>
  request<T>('DELETE', path, options)

/** For the generated calls: the version that the change was made on. */
export const onVersion = (version: number): CallOptions => ({ version })

/** @throws Unreachable while nobody answers */
export const reach = () =>
  fetch('/', { method: 'HEAD', cache: 'no-store' }).catch((cause) => {
    throw new Unreachable(cause)
  })
