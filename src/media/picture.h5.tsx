type Props = { src: string; whole?: boolean; onError?: () => void }

/** A plain element of the browser: Taro's own has no empty `alt`, and a screen reader would read out its address. */
export const Picture = ({ src, whole, onError }: Props) => (
  <img className={whole ? 'picture picture-whole' : 'picture'} src={src} alt="" onError={onError} />
)
