import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { queries } from './api/cache'
import { start } from './api/start'
import './design/text.css'

start()

export default function App({ children }: { children?: ReactNode }) {
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>
}
