import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { get, patch, pathWithQuery, post, setSignedOutHandler } from './client'
import { ApiProblem, Unreachable } from './problem'

describe('how the app talks to its server', () => {
  const sent: { url: string; init: RequestInit }[] = []
  const real = globalThis.fetch
  let answer: () => Response = () => Response.json({})

  beforeEach(() => {
    sent.length = 0
    globalThis.fetch = async (url, init) => {
      sent.push({ url: String(url), init: init ?? {} })
      return answer()
    }
    // biome-ignore lint/suspicious/noDocumentCookie: the test stands in for the server that sets it
    document.cookie = 'XSRF-TOKEN=from-the-server'
  })
  afterEach(() => {
    globalThis.fetch = real
    answer = () => Response.json({})
    setSignedOutHandler(() => undefined)
  })
  const header = (name: string) => new Headers(sent[0]?.init.headers).get(name)

  it('a filter goes into the address as JSON, what is empty is left out', () => {
    expect(pathWithQuery('/api/x', { q: '', filter: { all: [] }, limit: 50, cursor: undefined })).toBe(
      '/api/x?filter=%7B%22all%22%3A%5B%5D%7D&limit=50',
    )
  })

  it('several values of one name stand side by side', () => {
    expect(pathWithQuery('/api/x', { status: ['OFFERED', 'TOUCHED'] })).toBe(
      '/api/x?status=OFFERED%2CTOUCHED',
    )
  })

  it('a change carries the token that a foreign page cannot know; reading does not need it', async () => {
    await post('/api/contacts', { fullName: 'An' })
    expect(header('X-XSRF-TOKEN')).toBe('from-the-server')
    sent.length = 0
    await get('/api/contacts')
    expect(header('X-XSRF-TOKEN')).toBeNull()
  })

  it('a patch says which version it was made on', async () => {
    await patch('/api/contacts/1', { jobTitle: null }, 7)
    expect(header('If-Match')).toBe('"7"')
    expect(header('Content-Type')).toBe('application/merge-patch+json')
  })

  it('a refusal names its fields', async () => {
    answer = () =>
      new Response(
        JSON.stringify({
          type: '/problems/invalid',
          title: 'Dữ liệu chưa đúng',
          errors: [{ field: 'emails[0]', code: 'not-an-email', message: 'Email chưa đúng.' }],
        }),
        { status: 400, headers: { 'Content-Type': 'application/problem+json' } },
      )
    const problem = await post('/api/contacts', {}).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(ApiProblem)
    expect((problem as ApiProblem).of('emails')).toBe('Email chưa đúng.')
    expect((problem as ApiProblem).of('phone')).toBeUndefined()
  })

  it('a session that ended leads to the door, a wrong password does not', async () => {
    let ended = 0
    setSignedOutHandler(() => {
      ended++
    })
    answer = () => Response.json({ title: 'Chưa đăng nhập' }, { status: 401 })
    await get('/api/contacts').catch(() => undefined)
    expect(ended).toBe(1)
    await post('/api/session', {}).catch(() => undefined)
    expect(ended).toBe(1)
  })

  it('a server that cannot be reached is no answer of its own', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('network'))
    await expect(get('/api/me')).rejects.toBeInstanceOf(Unreachable)
  })
})
