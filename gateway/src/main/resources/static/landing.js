let session;

function show() {
  const state = document.getElementById('state');
  const failed = new URLSearchParams(location.search).get('sign-in') === 'failed';
  state.classList.toggle('warning', session === null || (failed && !session.signedIn));
  delete state.dataset.text;
  if (session === null) {
    state.textContent = text('unavailable');
  } else if (session.signedIn) {
    state.textContent = text('signedIn') + ' ' + text('signedInUntil', new Date(session.endsAt).toLocaleString(language()), session.idleMinutes);
  } else {
    state.textContent = failed ? text('failed') : text('signedOut');
  }
  document.getElementById('sign-in').hidden = session === null || session.signedIn;
  document.getElementById('sign-out').hidden = session === null || !session.signedIn;
}

async function signOut() {
  const answer = await fetch('/session/sign-out', { method: 'POST', headers: { [session.csrf.header]: session.csrf.token } });
  session = await readSession();
  show();
  if (!answer.ok && session?.signedIn) {
    document.getElementById('state').textContent = text('signOutFailed');
  }
}

onLanguage(show);
document.getElementById('sign-out').addEventListener('click', signOut);
readSession().then((read) => { session = read; show(); });
