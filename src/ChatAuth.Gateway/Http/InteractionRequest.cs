using System.Buffers;
using System.IO.Pipelines;
using ChatAuth.Channels.Discord;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace ChatAuth.Gateway.Http;

/// <summary>An interaction that Discord brings, or somebody who would like to be Discord.</summary>
internal static class InteractionRequest
{
    public static async Task TakeAsync(HttpContext context, DiscordEndpoint endpoint)
    {
        var (request, response) = (context.Request, context.Response);
        if (!request.HasJsonContentType())
        {
            response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = DiscordEndpoint.MaxBody;
        try
        {
            var body = await ReadAsync(request.BodyReader, context.RequestAborted).ConfigureAwait(false);
            var answer = await ReceiveAsync(endpoint, request.Headers, body).ConfigureAwait(false);
            request.BodyReader.AdvanceTo(body.End);
            await WriteAsync(response, answer, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException refused)
        {
            response.StatusCode = refused.StatusCode; // 413 above the cap, 400 where the body broke off.
        }
    }

    /// <summary>The whole body, in the server's own buffers until the reader advances.</summary>
    private static async ValueTask<ReadOnlySequence<byte>> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.IsCompleted) return read.Buffer;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async ValueTask<DiscordEndpointAnswer> ReceiveAsync(DiscordEndpoint endpoint, IHeaderDictionary headers, ReadOnlySequence<byte> body)
    {
        var (signature, timestamp) = (Only(headers[DiscordEndpoint.SignatureHeader]), Only(headers[DiscordEndpoint.TimestampHeader]));
        if (body.IsSingleSegment) return await endpoint.ReceiveAsync(signature, timestamp, body.First).ConfigureAwait(false);
        var whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(whole);
            return await endpoint.ReceiveAsync(signature, timestamp, whole.AsMemory(0, (int)body.Length)).ConfigureAwait(false);
        }
        finally
        {
            // An interaction's token is in it.
            ArrayPool<byte>.Shared.Return(whole, clearArray: true);
        }
    }

    private static async Task WriteAsync(HttpResponse response, DiscordEndpointAnswer answer, CancellationToken cancellationToken)
    {
        response.StatusCode = (int)answer.Status;
        response.ContentLength = answer.Json.Length;
        if (answer.Json.IsEmpty) return;
        response.ContentType = "application/json";
        await response.BodyWriter.WriteAsync(answer.Json, cancellationToken).ConfigureAwait(false);
    }

    private static string? Only(StringValues values) => values is [var only] ? only : null;
}
