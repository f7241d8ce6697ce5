import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../api/problem'

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // An answer, even a refusal, is final; only a lost connection is worth another try.
      retry: (count, error) => !(error instanceof ApiProblem) && count < 2,
      // Who has no connection is told so, and does not wait before an empty page.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
