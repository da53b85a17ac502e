# One build of this tree at a time, whichever script wants it: to be read by sh, with `home` set.
#
# The lock belongs to the open file, so it ends with whoever holds it, however that ends; a build
# that a killed start leaves behind still holds it, as it still writes. Where there is no `flock`,
# a link that names a process stands in for it.

# Waits for its turn, and says what for.
#   $1  who wants it: the script that waits
lock_building() {
  building=$home/.loadline/lock
  if command -v flock >/dev/null 2>&1; then
    exec 9>>"$building"
    if ! flock -n 9; then
      say_waiting "$1"
      flock 9
    fi
    printf '%s, process %s\n' "$1" "$$" >"$building"
  else
    told=
    until ln -s "$$" "$building.link" 2>/dev/null; do
      holder=$(readlink "$building.link" || :)
      if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
        # Moved before it is removed, so that of several who see this only one takes it away.
        mv "$building.link" "$building.$$" 2>/dev/null || :
        [ "$(readlink "$building.$$" || :)" = "$holder" ] ||
          mv "$building.$$" "$building.link" 2>/dev/null || :
        rm -f "$building.$$"
      else
        [ -n "$told" ] || say_waiting "$1"
        told=yes
        sleep 1
      fi
    done
    printf '%s, process %s\n' "$1" "$$" >"$building"
  fi
}

say_waiting() {
  holds=
  IFS= read -r holds <"$building" || :
  echo "$1: waiting until the build by ${holds:-another start} is done …" >&2
}

unlock_building() {
  if command -v flock >/dev/null 2>&1; then
    exec 9>&-
  else
    rm -f "$building.link"
  fi
}
