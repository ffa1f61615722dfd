namespace LiveFeed.IntegrationTests.Clients;

/// <summary>A network that loses connections at random: each response ends with an error after some bytes.</summary>
/// <param name="random">Decides after how many.</param>
/// <param name="mostBytes">After how many at most.</param>
/// <param name="spared">The probability that a response comes whole.</param>
internal sealed class CuttingHandler(Random random, int mostBytes, double spared) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, ResponseDrainTimeout = TimeSpan.Zero })
{
    private int cuts;

    /// <summary>How many connections were lost.</summary>
    public int Cuts => Volatile.Read(ref cuts);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var content = new StreamContent(new CutStream(await response.Content.ReadAsStreamAsync(cancellationToken), random.NextDouble() < spared ? int.MaxValue : random.Next(1, mostBytes), () => Interlocked.Increment(ref cuts)));
        foreach (var (name, values) in response.Content.Headers.NonValidated)
            content.Headers.TryAddWithoutValidation(name, values);
        response.Content = content;
        return response;
    }

    private sealed class CutStream(Stream body, int bytes, Action onCut) : Stream
    {
        private int left = bytes;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left == 0)
            {
                onCut();
                throw new IOException("The connection was lost.");
            }

            var read = await body.ReadAsync(buffer[..Math.Min(buffer.Length, left)], cancellationToken);
            left -= read;
            return read;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            body.Dispose();
            base.Dispose(disposing);
        }
    }
}
