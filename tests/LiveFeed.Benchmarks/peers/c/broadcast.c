// broadcast.c - the floor of the comparison: the least that a server can do for Server-Sent Events.
//
// One thread, one epoll loop, one non-blocking send() per client and message. It keeps nothing, resumes nobody,
// checks nothing, and drops a client whose socket is full. GET: a stream. POST: its body goes to every stream.
//
//   build:  gcc -O2 -Wall -Wextra -o broadcast broadcast.c        run:  broadcast PORT
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MAX_FD = 1 << 17, REQUESTS = 1 << 16, MESSAGE = 1 << 16, EVENTS = 512 };

typedef struct { char *text; size_t have; } connection;  // a connection that still sends requests; text is NULL for none

static connection connections[MAX_FD];                   // by file descriptor
static int streams[MAX_FD], place[MAX_FD], count;        // the open streams, and where each descriptor stands among them

static void leave(int fd) {
    if (place[fd]) {                                     // place is one more than the index; the last stream moves up
        int last = streams[--count];
        streams[place[fd] - 1] = last;
        place[last] = place[fd];
        place[fd] = 0;
    }
    free(connections[fd].text);
    connections[fd] = (connection){0};
    close(fd);
}

static void publish(const char *body, size_t length) {
    static unsigned long long id;
    static char chunk[MESSAGE + 128], event[MESSAGE + 64];
    int n = snprintf(event, sizeof event, "id: %llu\ndata: %.*s\n\n", ++id, (int)(length < MESSAGE ? length : MESSAGE), body);
    int all = snprintf(chunk, sizeof chunk, "%x\r\n%s\r\n", (unsigned)n, event);
    for (int i = count; i-- > 0;)                        // downwards: a stream that leaves is replaced by one already served
        if (send(streams[i], chunk, (size_t)all, MSG_NOSIGNAL | MSG_DONTWAIT) != all) leave(streams[i]);
}

static void answer(int fd, const char *text) {
    if (send(fd, text, strlen(text), MSG_NOSIGNAL | MSG_DONTWAIT) < 0 && errno != EAGAIN) leave(fd);
}

// Serves the complete requests that have been read; false once the connection is a stream or gone.
static int serve(int fd) {
    connection *c = &connections[fd];
    size_t used = 0;
    for (;;) {
        char *start = c->text + used, *body = memmem(start, c->have - used, "\r\n\r\n", 4);
        if (!body) break;
        body += 4;
        if (!strncmp(start, "GET ", 4)) {
            free(c->text);
            *c = (connection){0};
            streams[count] = fd;
            place[fd] = ++count;
            answer(fd, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nTransfer-Encoding: chunked\r\n\r\n");
            return 0;
        }
        const char *field = strcasestr(start, "content-length:");
        size_t length = field && field < body ? strtoul(field + 15, NULL, 10) : 0;
        if ((size_t)(body - c->text) + length > c->have) break;
        publish(body, length);
        used = (size_t)(body - c->text) + length;
        answer(fd, "HTTP/1.1 204 No Content\r\n\r\n");
        if (!c->text) return 0;
    }
    memmove(c->text, c->text + used, c->have - used + 1);
    c->have -= used;
    return 1;
}

static void receive(int fd) {
    connection *c = &connections[fd];
    char sink[4096];
    for (;;) {
        if (place[fd]) {                                 // a stream has nothing to say; its end is what matters
            ssize_t n = recv(fd, sink, sizeof sink, 0);
            if (n > 0) continue;
            if (n == 0 || (errno != EAGAIN && errno != EINTR)) leave(fd);
            return;
        }
        if (!c->text && !(c->text = calloc(1, REQUESTS))) exit(1);
        ssize_t n = recv(fd, c->text + c->have, REQUESTS - 1 - c->have, 0);
        if (n <= 0) {
            if (n == 0 || (errno != EAGAIN && errno != EINTR)) leave(fd);
            return;
        }
        c->have += (size_t)n;
        c->text[c->have] = 0;
        if (!serve(fd) && !place[fd]) return;
    }
}

int main(int argc, char **argv) {
    if (argc != 2) { fputs("broadcast PORT\n", stderr); return 2; }
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max < MAX_FD ? files.rlim_max : MAX_FD;
    setrlimit(RLIMIT_NOFILE, &files);
    signal(SIGPIPE, SIG_IGN);
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), poll = epoll_create1(0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int));
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(listener, (struct sockaddr *)&at, sizeof at) || listen(listener, 4096)) { perror("broadcast"); return 1; }
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &(struct epoll_event){.events = EPOLLIN, .data.fd = listener});
    for (struct epoll_event events[EVENTS];;) {
        int n = epoll_wait(poll, events, EVENTS, -1);
        for (int i = 0; i < n; i++) {
            if (events[i].data.fd != listener) { receive(events[i].data.fd); continue; }
            for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
                if (fd >= MAX_FD) { close(fd); continue; }
                setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
                epoll_ctl(poll, EPOLL_CTL_ADD, fd, &(struct epoll_event){.events = EPOLLIN | EPOLLRDHUP, .data.fd = fd});
            }
        }
    }
}
