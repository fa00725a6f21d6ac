#!/bin/bash
# Unpack one IMAP server's Debian packages into a directory of its own; nothing outside it is touched.
#   unpack.sh dovecot|cyrus|courier DIRECTORY      (.servers/NAME is where the tests look)
# cyrus-imapd and courier-imap conflict with each other and with Dovecot, so that apt installs only one of the
# three; the tests lay its usr over /usr where the server alone sees it.
set -euo pipefail
case "${1-}" in
  dovecot) packages=(dovecot-core dovecot-imapd libexttextcat-2.0-0 libexttextcat-data liblua5.4-0 libwrap0) ;;
  cyrus) packages=(cyrus-common cyrus-imapd db5.3-util libclamav12 libical3 libmspack0 libpcre3 libwrap0 \
    libxapian30 libzephyr4 sasl2-bin) ;;
  courier) packages=(courier-imap courier-base courier-authdaemon courier-authlib courier-authlib-userdb \
    libcourier-unicode4 libgamin0 gamin libidn12 libltdl7 libpcre3) ;;
  *) echo "usage: unpack.sh dovecot|cyrus|courier DIRECTORY" >&2; exit 2 ;;
esac
mkdir -p "$2"
archives=$(mktemp -d)
trap 'rm -rf "$archives"' EXIT
(cd "$archives" && apt-get -qq -o APT::Sandbox::User=root download "${packages[@]}")
for archive in "$archives"/*.deb; do dpkg-deb -x "$archive" "$2"; done
if [ -d "$2/lib" ]; then # packages from before Debian moved /lib into /usr
  mkdir -p "$2/usr/lib" && cp -a "$2/lib/." "$2/usr/lib/" && rm -rf "$2/lib"
fi
