import { createRoot } from 'react-dom/client'

import { App } from './app'
import './design/base.css'
import { applyTokens } from './design/tokens'

const place = document.getElementById('root')
if (!place) throw new Error('the page has no place for the program')
applyTokens(document.documentElement)
createRoot(place).render(<App />)
