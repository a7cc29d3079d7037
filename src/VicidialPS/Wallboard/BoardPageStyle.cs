using System.Security.Cryptography;
using System.Text;

namespace VicidialPS.Wallboard;

/// <summary>The constant parts of the page: its style, its icons and the script that keeps it current.</summary>
internal static class BoardPageStyle
{
    // The text size decides all other sizes. Here it is that of a screen that scrolls, such as a phone; the media queries of a frame set
    // another one if everything fits.
    public const string Css = """
        :root { color-scheme: light dark; --back: #e9edf1; --card: #ffffff; --text: #16191d; --soft: #4d565f; --line: #c3cbd3;
          --bad: #ab0020; --pause: #7d4400; --wrap: #6f1a96; --good: #0b6128; --talk: #0b4f95; --badback: #fde7ea; --badline: #c9304a;
          --talking: block; --ready: block; --wrapup: block; --most24: flex; --most8: flex; --more24: none; --more8: none; }
        @media (prefers-color-scheme: dark) { :root { --back: #0e1114; --card: #1a1f24; --text: #f1f4f6; --soft: #aeb8c1; --line: #3a444d;
          --bad: #ff9a94; --pause: #ffcb66; --wrap: #e3b0ff; --good: #7fe09a; --talk: #8ecbff; --badback: #43161c; --badline: #ff7a76; } }
        html { font-size: clamp(15px, 1.1vw, 22px); }
        * { box-sizing: border-box; }
        body { margin: 0; padding: .6rem .75rem; background: var(--back); color: var(--text);
          font: 500 1rem/1.3 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; font-variant-numeric: tabular-nums; }
        ul { list-style: none; margin: 0; padding: 0; }
        svg { width: 1em; height: 1em; fill: currentColor; flex: none; }
        .vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        header { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; min-height: 2.1rem; }
        h1 { font-size: 1.35rem; margin: 0; overflow-wrap: anywhere; }
        header p { margin: 0; color: var(--soft); overflow-wrap: anywhere; }
        header .clock { margin-left: auto; font-size: 1.35rem; font-weight: 700; color: var(--text); }
        #lost, #notices p { margin: 0 0 .4rem; padding: .25rem .6rem; border: .15rem solid var(--badline); border-radius: .4rem;
          background: var(--badback); color: var(--bad); font-weight: 700; overflow-wrap: anywhere; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.2rem, 1fr)); gap: .5rem; margin: .3rem 0 .5rem; }
        .tile { display: flex; flex-direction: column; min-height: 7rem; padding: .35rem .6rem .3rem; border-radius: .4rem;
          border-top: .35rem solid currentColor; background: var(--card); }
        .tile .label { display: flex; gap: .35rem; align-items: center; font-size: .95rem; font-weight: 700; }
        .tile strong { font-size: 3.5rem; line-height: 1.05; font-weight: 800; }
        .tile small { margin-top: auto; color: var(--soft); font-size: .85rem; font-weight: 600; }
        .tile small.alarm { color: var(--bad); font-weight: 800; }
        .tile.quiet { color: var(--soft); }
        .tile.hot { background: var(--badback); color: var(--bad); }
        h2 { margin: 0; font-size: 1rem; }
        .campaigns ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(18.5rem, 1fr)); gap: .35rem .5rem; margin-bottom: .5rem; }
        .campaigns li { display: flex; gap: .7rem; align-items: center; min-height: 2rem; padding: .1rem .6rem; border-radius: .4rem;
          background: var(--card); border: .12rem solid transparent; }
        .campaigns b { flex: 1 1 4rem; min-width: 0; overflow-wrap: anywhere; }
        .campaigns span.f { display: inline-flex; gap: .25rem; align-items: center; min-width: 2.4rem; font-weight: 700; white-space: nowrap; }
        .campaigns span.none { color: var(--soft); font-weight: 500; }
        .campaigns li.short { border-color: var(--badline); background: var(--badback); }
        .groups { columns: 20rem auto; column-gap: 1rem; }
        .groups section { margin: 0; }
        .groups h2 { display: flex; gap: .45rem; align-items: center; min-height: 1.9rem; margin-bottom: .15rem; padding-top: .2rem;
          border-bottom: .15rem solid currentColor; break-after: avoid; break-inside: avoid; }
        .groups h2 .count { font-size: 1.15rem; font-weight: 800; }
        .groups h2 .longest { margin-left: auto; color: var(--soft); font-size: .9rem; font-weight: 600; }
        .groups li { display: flex; gap: .55rem; align-items: baseline; min-height: 1.6rem; padding: 0 .3rem; border-bottom: 1px solid var(--line);
          line-height: 1.55rem; break-inside: avoid; }
        .groups li svg { align-self: center; }
        .groups .who { flex: 1 1 0; min-width: 0; overflow-wrap: anywhere; }
        .groups .detail, .groups .where { color: var(--soft); font-size: .85rem; }
        .groups .detail { color: inherit; font-weight: 700; }
        .groups .time { min-width: 3.4rem; text-align: right; font-weight: 700; white-space: nowrap; }
        .groups .more { margin: 0; padding: 0 .3rem; line-height: 1.55rem; font-weight: 700; break-inside: avoid; }
        .more24 { display: var(--more24); } .more8 { display: var(--more8); }
        .talking ul, .queue ul { display: var(--talking); }
        .ready ul, .other ul { display: var(--ready); }
        .wrapup ul, .unreadable ul { display: var(--wrapup); }
        .dead li:nth-child(n+9), .pausedlong li:nth-child(n+9), .paused li:nth-child(n+9) { display: var(--most8); }
        .dead li:nth-child(n+25), .pausedlong li:nth-child(n+25), .paused li:nth-child(n+25) { display: var(--most24); }
        .dead h2, .dead svg, .dead .time, .pausedlong h2, .pausedlong svg, .pausedlong .time, .unreadable h2, .unreadable svg, .f.short,
          .c-bad { color: var(--bad); }
        .paused h2, .paused svg, .f.paused, .c-paused { color: var(--pause); } .wrapup h2, .wrapup svg, .f.wrapup, .c-wrapup { color: var(--wrap); }
        .groups .ready h2, .groups .ready svg, .f.ready, .c-ready { color: var(--good); }
          .queue h2, .queue svg, .talking h2, .talking svg, .f.talking, .c-talking { color: var(--talk); }
        .empty { margin: 1rem 0; color: var(--soft); }
        @media (min-width: 700px) { .groups li { height: 1.6rem; } .groups .who, .groups .detail, .groups .where { overflow: hidden;
          text-overflow: ellipsis; white-space: nowrap; overflow-wrap: normal; } .groups .where { max-width: 7rem; }
          .campaigns b { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .campaigns li { height: 2rem; } }
        @media print { :root { --back: #fff; --card: #fff; } .tile, .campaigns li { border: 1px solid var(--line); } }
        """;

    /// <summary>One symbol for each state and figure, so that color is never needed to tell them apart.</summary>
    public const string Icons = """
        <svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>
        <symbol id="i-ready" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6"/></symbol>
        <symbol id="i-talking" viewBox="0 0 16 16"><path
          d="M3.5 1 6 1.7l.8 3.2L5.2 6.4a8.5 8.5 0 0 0 4.4 4.4l1.5-1.6 3.2.8.7 2.5-1.5 2.3C7.300 15.400.6 8.700 1.2 2.500z"/></symbol>
        <symbol id="i-queue" viewBox="0 0 16 16"><path d="M1 6h7V2l7 6-7 6v-4H1z"/></symbol>
        <symbol id="i-paused" viewBox="0 0 16 16"><path d="M3 2h4v12H3zM9 2h4v12H9z"/></symbol>
        <symbol id="i-pausedlong" viewBox="0 0 16 16"><path fill-rule="evenodd"
          d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM4.800 4v8h2.400V4zm4 0v8h2.400V4z"/></symbol>
        <symbol id="i-wrapup" viewBox="0 0 16 16"><path d="M1 15l1-4.500L11 1.500l3.500 3.500-9 9z"/></symbol>
        <symbol id="i-dead" viewBox="0 0 16 16"><path
          d="M3.500 1 8 5.500 12.500 1 15 3.500 10.500 8l4.500 4.500-2.500 2.500L8 10.500 3.500 15 1 12.500 5.500 8 1 3.500z"/></symbol>
        <symbol id="i-waiting" viewBox="0 0 16 16"><path fill-rule="evenodd"
          d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM7 3v6l4 2.500 1-1.700-3-1.900V3z"/></symbol>
        <symbol id="i-drops" viewBox="0 0 16 16"><path d="M6 1h4v7h4l-6 7-6-7h4z"/></symbol>
        <symbol id="i-other" viewBox="0 0 16 16"><path d="M8 1l7 7-7 7-7-7z"/></symbol>
        <symbol id="i-alert" viewBox="0 0 16 16"><path fill-rule="evenodd" d="M8 1l8 14H0zM7 6v5h2V6zm0 6v2h2v-2z"/></symbol>
        </defs></svg>
        """;

    // Only the board is replaced, so that the page neither flickers nor loses its place. Notices are changed only if they are different, so that a
    // screen reader reads them once.
    public const string Script = """
        (() => {
          const wait = Number(document.documentElement.dataset.interval) * 1000;
          const lost = document.getElementById('lost');
          const renew = async () => {
            try {
              const response = await fetch(location.href, { cache: 'no-store' });
              if (!response.ok) { throw new Error(response.status); }
              const page = new DOMParser().parseFromString(await response.text(), 'text/html');
              document.getElementById('fit').textContent = page.getElementById('fit').textContent;
              document.querySelector('main').replaceWith(page.querySelector('main'));
              const notices = document.getElementById('notices');
              const others = page.getElementById('notices');
              if (notices.textContent !== others.textContent) { notices.replaceChildren(...others.childNodes); }
              lost.hidden = true;
            } catch {
              lost.hidden = false;
            }
            setTimeout(renew, wait);
          };
          setTimeout(renew, wait);
        })();
        """;

    /// <summary>The text between the script's tags, with the same line endings wherever this was compiled.</summary>
    public static string ScriptText { get; } = "\n" + Script.Replace("\r", string.Empty) + "\n";

    /// <summary>The Content-Security-Policy of a static page.</summary>
    public const string FilePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    /// <summary>The Content-Security-Policy of a page that reloads its content: it allows only the script of the page.</summary>
    public static string ServedPolicy { get; } =
        $"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{Hash(ScriptText)}'; connect-src 'self'; img-src data:";

    private static string Hash(string text)
    {
        using SHA256 hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}
