import { Sent } from './sent'
import { AboutStep, HomeStep, ReadBackStep, WhoStep, WordsStep } from './steps'
import { useProxy } from './use-proxy'

export default function ProxyScreen() {
  const proxy = useProxy()
  if (proxy.sent) return <Sent {...proxy.sent} again={proxy.again} />
  switch (proxy.step) {
    case 'home':
      return <HomeStep {...proxy} />
    case 'who':
      return <WhoStep {...proxy} />
    case 'about':
      return <AboutStep {...proxy} />
    case 'words':
      return <WordsStep {...proxy} />
    case 'readBack':
      return <ReadBackStep {...proxy} />
  }
}
